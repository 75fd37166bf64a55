namespace smSys.Deploy.Probing.Beliefs;

public sealed class TextIsComparedWithoutCase : IBelief
{
    public string Sentence => "Conditions compare Latin letters without case.";

    public string Source => "experience; depends on the collation";

    public Finding Examine(ProbedOrganization organization)
    {
        organization.Create(organization.Contact(ProbedOrganization.Mark + " Abc"));
        var rows = organization.Fetch($"<fetch><entity name='contact'><attribute name='contactid' /><filter><condition attribute='lastname' operator='eq' value='SMSYS PROBE ABC' /></filter></entity></fetch>");
        return Finding.When(rows.Count == 1, rows.Count == 0 ? "not found" : "found");
    }
}

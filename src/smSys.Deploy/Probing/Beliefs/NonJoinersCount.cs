namespace smSys.Deploy.Probing.Beliefs;

public sealed class NonJoinersCount : IBelief
{
    public string Sentence => "The database sees a zero-width non-joiner, so smSys folds before it compares.";

    public string Source => "experience; depends on the collation";

    public Finding Examine(ProbedOrganization organization)
    {
        organization.Create(organization.Contact(ProbedOrganization.Mark + " می\u200Cروم"));
        var rows = organization.Fetch($"<fetch><entity name='contact'><attribute name='contactid' /><filter><condition attribute='lastname' operator='eq' value='{ProbedOrganization.Mark} میروم' /></filter></entity></fetch>");
        return Finding.When(rows.Count == 0, rows.Count == 0 ? "not found" : "found");
    }
}

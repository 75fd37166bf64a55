namespace smSys.Deploy.Probing.Beliefs;

public sealed class ArabicYeIsNotPersianYe : IBelief
{
    public string Sentence => "The database tells Arabic ye and kaf from the Persian ones, so smSys folds before it compares.";

    public string Source => "experience; depends on the collation";

    public Finding Examine(ProbedOrganization organization)
    {
        organization.Create(organization.Contact(ProbedOrganization.Mark + " عليک"));
        var rows = organization.Fetch($"<fetch><entity name='contact'><attribute name='contactid' /><filter><condition attribute='lastname' operator='eq' value='{ProbedOrganization.Mark} علیک' /></filter></entity></fetch>");
        return Finding.When(rows.Count == 0, rows.Count == 0 ? "not found" : "found");
    }
}

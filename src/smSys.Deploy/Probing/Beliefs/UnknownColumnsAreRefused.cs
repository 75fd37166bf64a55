namespace smSys.Deploy.Probing.Beliefs;

public sealed class UnknownColumnsAreRefused : IBelief
{
    public string Sentence => "A query that names an unknown column is refused.";

    public string Source => "Learn: Web service error codes, 0x80041103";

    public Finding Examine(ProbedOrganization organization)
    {
        var refusal = organization.Try(() => organization.Fetch("<fetch count='1'><entity name='contact'><attribute name='smsys_nosuchcolumn' /></entity></fetch>"));
        return Finding.When(refusal?.Code == Refusal.NoSuchColumn, refusal?.ToString() ?? "it was answered");
    }
}

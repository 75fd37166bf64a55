namespace smSys.Deploy.Probing.Beliefs;

public sealed class IdsHaveNoOrder : IBelief
{
    public string Sentence => "FetchXML refuses greater-than on unique identifiers.";

    public string Source => "Learn: FetchXml condition operators";

    public Finding Examine(ProbedOrganization organization)
    {
        var refusal = organization.Try(() => organization.Fetch($"<fetch count='1'><entity name='contact'><filter><condition attribute='contactid' operator='gt' value='{Guid.Empty}' /></filter></entity></fetch>"));
        return Finding.When(refusal is not null, refusal?.ToString() ?? "it was answered");
    }
}

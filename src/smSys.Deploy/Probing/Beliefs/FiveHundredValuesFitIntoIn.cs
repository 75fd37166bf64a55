namespace smSys.Deploy.Probing.Beliefs;

public sealed class FiveHundredValuesFitIntoIn : IBelief
{
    public string Sentence => "A condition takes 500 values with the operator in.";

    public string Source => "experience";

    public Finding Examine(ProbedOrganization organization)
    {
        var values = string.Concat(Enumerable.Range(0, 500).Select(_ => $"<value>{Guid.NewGuid()}</value>"));
        var refusal = organization.Try(() => organization.Fetch($"<fetch><entity name='contact'><attribute name='contactid' /><filter><condition attribute='contactid' operator='in'>{values}</condition></filter></entity></fetch>"));
        return Finding.When(refusal is null, refusal?.ToString() ?? "answered");
    }
}

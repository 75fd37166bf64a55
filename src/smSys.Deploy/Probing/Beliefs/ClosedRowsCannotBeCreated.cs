using Microsoft.Xrm.Sdk;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class ClosedRowsCannotBeCreated : IBelief
{
    public string Sentence => "A row can only be created in an open state.";

    public string Source => "Learn: Web service error codes, 0x80048408";

    public Finding Examine(ProbedOrganization organization)
    {
        var row = organization.Activity();
        row["statecode"] = new OptionSetValue(1);
        row["statuscode"] = new OptionSetValue(5);
        var refusal = organization.Try(() => organization.Create(row));
        return Finding.When(refusal?.Code == Refusal.ClosedRowCreated, refusal?.ToString() ?? "it was created");
    }
}

using Microsoft.Xrm.Sdk.Query;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class RowsCarryARowVersion : IBelief
{
    public string Sentence => "A row that is read carries a row version.";

    public string Source => "Learn: Optimistic concurrency";

    public Finding Examine(ProbedOrganization organization)
    {
        var id = organization.Create(organization.Contact());
        var version = organization.Service.Retrieve("contact", id, new ColumnSet("lastname")).RowVersion;
        return Finding.When(!string.IsNullOrEmpty(version), version ?? "none");
    }
}

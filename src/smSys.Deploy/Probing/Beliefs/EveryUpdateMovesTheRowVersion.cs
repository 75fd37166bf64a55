using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class EveryUpdateMovesTheRowVersion : IBelief
{
    public string Sentence => "An Update moves the row version even when it writes the value that is there.";

    public string Source => "experience";

    public Finding Examine(ProbedOrganization organization)
    {
        var id = organization.Create(organization.Contact());
        var before = organization.Service.Retrieve("contact", id, new ColumnSet("lastname")).RowVersion;
        organization.Service.Update(new Entity("contact", id) { ["lastname"] = ProbedOrganization.Mark });
        var after = organization.Service.Retrieve("contact", id, new ColumnSet("lastname")).RowVersion;
        return Finding.When(before != after, $"{before} then {after}");
    }
}

using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class StaleRowVersionsAreRefused : IBelief
{
    public string Sentence => "An Update with IfRowVersionMatches is refused when somebody wrote in between.";

    public string Source => "Learn: Optimistic concurrency; error 0x80060882";

    public Finding Examine(ProbedOrganization organization)
    {
        var id = organization.Create(organization.Contact());
        var read = organization.Service.Retrieve("contact", id, new ColumnSet("lastname"));
        organization.Service.Update(new Entity("contact", id) { ["firstname"] = "1" });
        var stale = new Entity("contact", id) { RowVersion = read.RowVersion, ["firstname"] = "2" };
        var refusal = organization.Try(() => organization.Service.Execute(new UpdateRequest { Target = stale, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches }));
        return Finding.When(refusal?.Code == Refusal.RowVersionMismatch, refusal?.ToString() ?? "it was written");
    }
}

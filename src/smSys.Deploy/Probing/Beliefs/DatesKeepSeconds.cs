using Microsoft.Xrm.Sdk.Query;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class DatesKeepSeconds : IBelief
{
    public string Sentence => "A date and time is stored to the second.";

    public string Source => "experience";

    public Finding Examine(ProbedOrganization organization)
    {
        var row = organization.Activity();
        row["scheduledend"] = new DateTime(2030, 1, 1, 10, 20, 30, 456, DateTimeKind.Utc);
        var id = organization.Create(row);
        var stored = organization.Service.Retrieve("task", id, new ColumnSet("scheduledend")).GetAttributeValue<DateTime>("scheduledend");
        return Finding.When(stored.Millisecond == 0, stored.ToString("HH:mm:ss.fff", System.Globalization.CultureInfo.InvariantCulture));
    }
}

using DevHost.People;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Browser;

/// <summary>What stands behind the screen: rows as the organisation has them, and phones.</summary>
internal sealed class Scene(Stage stage)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public IOrganizationService Service => stage.System.Service;

    /// <summary>One of the sample's customers: row and number.</summary>
    public (Guid Id, string Number) Customer(int index)
    {
        var query = new QueryExpression("contact") { ColumnSet = new ColumnSet("mobilephone"), Criteria = { Conditions = { new ConditionExpression("mobilephone", ConditionOperator.NotNull) } } };
        query.AddOrder("mobilephone", OrderType.Ascending);
        var row = Service.RetrieveMultiple(query).Entities[index];
        return (row.Id, row.GetAttributeValue<string>("mobilephone"));
    }

    public Guid List() => Row("list", "listname", SampleCustomers.ListName)!.Id;

    public Guid Campaign() => Row("campaign", "name", SampleCustomers.CampaignName)!.Id;

    public Guid Setting(string title) => Row("smsys_smssetting", "smsys_name", title)!.Id;

    /// <summary>The newest row with that value; null: none.</summary>
    public Entity? Row(string table, string column, object value)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true), TopCount = 1, Criteria = { Conditions = { new ConditionExpression(column, ConditionOperator.Equal, value) } } };
        query.AddOrder("createdon", OrderType.Descending);
        return Service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    public Entity Bulk(Guid id) => Service.Retrieve("smsys_smsbulk", id, new ColumnSet(true));

    /// <summary>Texts that reached a phone.</summary>
    public IReadOnlyList<string> Inbox(string number) => [.. stage.System.Simulators.Phones.Phone(number).Inbox.Select(message => message.Text)];

    /// <summary>A customer writes to the line of the default provider.</summary>
    public void Text(string number, string text) => stage.System.Simulators.Phones.Phone(number).Send(stage.System.Simulators.Simulators[0].Account.Lines[0], text);

    /// <summary>Looks until it is there; the organisation works in the background.</summary>
    public static async Task<T> UntilAsync<T>(Func<T?> look, string what)
        where T : class
    {
        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end; await Task.Delay(200))
        {
            if (look() is { } found)
            {
                return found;
            }
        }

        throw new TimeoutException("It did not come about: " + what);
    }

    public static Task UntilAsync(Func<bool> holds, string what) => UntilAsync(() => holds() ? "yes" : null, what);
}

using DevHost.Journey;
using DevHost.People;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace Browser;

/// <summary>What stands behind the screen: rows as the organisation has them, and phones.</summary>
internal sealed class Scene(Stage stage)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public IOrganizationService Service => stage.System.Service;

    private IReadOnlyList<string> Lines => stage.System.Simulators.Simulators[0].Account.Lines;

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

    /// <summary>What the setting is called that is the default now.</summary>
    public string Default()
    {
        var query = new QueryExpression("smsys_smssetting") { ColumnSet = new ColumnSet("smsys_name"), TopCount = 1, Criteria = { Conditions = { new ConditionExpression("smsys_madedefaulton", ConditionOperator.NotNull) } } };
        query.AddOrder("smsys_madedefaulton", OrderType.Descending);
        return Service.RetrieveMultiple(query).Entities.Single().GetAttributeValue<string>("smsys_name");
    }

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

    /// <summary>A customer writes to a line; null: the first one of the default provider.</summary>
    public void Text(string number, string text, string? line = null) => stage.System.Simulators.Phones.Phone(number).Send(line ?? Lines[0], text);

    /// <summary>The default provider's second line, which from now on belongs to the user of a role.</summary>
    public string LineOf(string role)
    {
        var id = Row(SmsNumber.LogicalName, SmsNumber.Columns.Line, Lines[1])?.Id ?? Service.Create(new SmsNumberRow(Guid.NewGuid())
        {
            Name = Lines[1],
            Line = Lines[1],
            SettingId = new EntityReference(SmsSetting.LogicalName, Setting(Default())),
            IsReceiving = true,
        }.Record);
        Service.Update(new Entity(SmsNumber.LogicalName, id) { ["ownerid"] = new EntityReference("systemuser", SamplePeople.IdOf(role)) });
        return Lines[1];
    }

    /// <summary>The user of a role serves in the team that gets the complaints.</summary>
    public void JoinSupport(string role) => Service.Execute(new AddMembersTeamRequest { TeamId = Row("team", "name", JourneySetup.TeamName)!.Id, MemberIds = [SamplePeople.IdOf(role)] });

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

    public static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end; await Task.Delay(500))
        {
            if (await holds())
            {
                return;
            }
        }

        throw new TimeoutException("It did not come about: " + what);
    }

    public static Task UntilAsync(Func<bool> holds, string what) => UntilAsync(() => holds() ? "yes" : null, what);
}

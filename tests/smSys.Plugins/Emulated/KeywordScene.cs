using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Rules and their actions as an administrator enters them, and a phone that texts.</summary>
internal static class KeywordScene
{
    internal const string Mobile = "09123456789";

    internal static Task TextAsync(EngineOrganization organization, string text, int minutes = 3, string? separators = null)
    {
        if (separators is not null)
        {
            organization.Admin.Update(new SmsSettingRow(organization.SettingId) { Separators = separators }.Record);
        }

        organization.Simulators.Phones.Phone(Mobile).Send(organization.Simulator.Account.Lines[0], text);
        organization.Pass(TimeSpan.FromMinutes(minutes));
        return Task.CompletedTask;
    }

    internal static SmsKeywordRow Read(EngineOrganization organization, EntityReference rule) =>
        new(organization.System.Retrieve(SmsKeyword.LogicalName, rule.Id, new ColumnSet(true)));

    internal static EntityReference Rule(EngineOrganization organization, string? pattern, KeywordMatch match, Action<SmsKeywordRow>? change = null)
    {
        var row = new SmsKeywordRow { Name = pattern is { Length: > 100 } ? "long" : pattern ?? "rule", Order = 1, Match = match, Pattern = pattern };
        change?.Invoke(row);
        return new EntityReference(SmsKeyword.LogicalName, organization.Admin.Create(row.Record));
    }

    internal static void Reply(EngineOrganization organization, EntityReference rule, string text) =>
        Action(organization, rule, KeywordActionKind.Reply, action => action.Text = text);

    internal static void Action(EngineOrganization organization, EntityReference rule, KeywordActionKind kind, Action<SmsKeywordActionRow> change)
    {
        var order = organization.All(SmsKeywordAction.LogicalName).Count + 1;
        var row = new SmsKeywordActionRow { Name = kind.ToString(), KeywordId = rule, Order = order, Kind = kind };
        change(row);
        organization.Admin.Create(row.Record);
    }
}

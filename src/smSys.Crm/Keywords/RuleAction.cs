using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Tables;
using smSys.Messaging.Keywords;
using Kind = smSys.Messaging.Keywords.KeywordActionKind;
using StoredKind = smSys.Crm.Tables.KeywordActionKind;

namespace smSys.Crm.Keywords;

/// <summary>Reads an action's row into what the matcher and the engine work with.</summary>
public static class RuleAction
{
    private static readonly char[] _listSeparators = ['،', ',', ';', '؛'];

    /// <summary>The action; null when its kind is missing.</summary>
    public static KeywordAction? Of(SmsKeywordActionRow row)
    {
        if (row.Kind is not { } stored || KindOf(stored) is not { } kind)
        {
            return null;
        }

        return new KeywordAction
        {
            Id = row.Id,
            Order = row.Order ?? 0,
            Kind = kind,
            When = ConditionOf(row.Condition),
            Target = TargetOf(row),
            TemplateId = row.TemplateId?.Id,
            Text = row.Text,
            Columns = ColumnsOf(row),
            Title = string.IsNullOrWhiteSpace(row.CaseTitle) ? null : Doubled(row.CaseTitle!),
            IsAdvertisingOnly = row.MessageClass == MessageClass.Advertising,
            WorkflowId = Guid.TryParse(row.WorkflowId, out var workflow) ? workflow : null,
        };
    }

    /// <summary>Reads <c>place = word</c> (several words by commas); without a place any word of the text counts; empty: always.</summary>
    public static PlaceCondition? ConditionOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var equals = text!.IndexOf('=');
        var place = equals < 0 ? string.Empty : text.Substring(0, equals).Trim();
        var words = text.Substring(equals + 1).Split(_listSeparators, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim())
            .Where(word => word.Length > 0)
            .ToArray();
        return words.Length == 0 ? null : new PlaceCondition(place, words);
    }

    /// <summary>Reads one <c>column = text with {places}</c> a line; the places become values of a template.</summary>
    public static IReadOnlyList<ColumnText> MapOf(string? text)
    {
        var columns = new List<ColumnText>();
        foreach (var line in (text ?? string.Empty).Split('\n'))
        {
            var equals = line.IndexOf('=');
            if (equals > 0)
            {
                columns.Add(new ColumnText(line.Substring(0, equals).Trim(), Doubled(line.Substring(equals + 1).Trim())));
            }
        }

        return columns;
    }

    private static List<ColumnText> ColumnsOf(SmsKeywordActionRow row)
    {
        var columns = new List<ColumnText>();
        if (row.Kind == StoredKind.CreateCase && !string.IsNullOrWhiteSpace(row.CaseTitle))
        {
            columns.Add(new ColumnText("title", Doubled(row.CaseTitle!)));
        }

        columns.AddRange(MapOf(row.ColumnMap));
        return columns;
    }

    // In a rule a place is written {so}, in a template a value is written {{so}}; both are understood here.
    private static string Doubled(string text) =>
        text.IndexOf("{{", StringComparison.Ordinal) >= 0 ? text : text.Replace("{", "{{").Replace("}", "}}").Replace("*}}", "}}");

    private static RouteTarget? TargetOf(SmsKeywordActionRow row) => row.Kind switch
    {
        StoredKind.RouteToUser when row.UserId is { } user => new RouteTarget(RouteTargetKind.User, user.Id),
        StoredKind.RouteToTeam when row.TeamId is { } team => new RouteTarget(RouteTargetKind.Team, team.Id),
        StoredKind.RouteToQueue when row.QueueId is { } queue => new RouteTarget(RouteTargetKind.Queue, queue.Id),
        _ => null,
    };

    private static Kind? KindOf(StoredKind stored) => stored switch
    {
        StoredKind.Reply => Kind.Reply,
        StoredKind.CreateCase => Kind.CreateCase,
        StoredKind.SetColumns => Kind.SetColumns,
        StoredKind.RouteToUser or StoredKind.RouteToTeam or StoredKind.RouteToQueue => Kind.Route,
        StoredKind.OptOut => Kind.OptOut,
        StoredKind.OptIn => Kind.OptIn,
        StoredKind.StartWorkflow => Kind.StartWorkflow,
        StoredKind.SendEmail => Kind.SendEmail,
        StoredKind.SendFax => Kind.SendFax,
        StoredKind.CollectRows => Kind.CollectRows,
        _ => null,
    };
}

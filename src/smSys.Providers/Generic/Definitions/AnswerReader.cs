using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Generic.Answers;

namespace smSys.Providers.Generic.Definitions;

/// <summary>Reads the answer part of an operation: success, error, errorCodes, stateCodes, rows, row and the operation's own fields.</summary>
internal sealed class AnswerReader
{
    /// <summary>The fields that this reads in every operation.</summary>
    public static readonly string[] Fields = ["success", "error", "errorCodes", "stateCodes"];

    private static readonly string[] TestFields = ["status", "at", "equals", "matches", "exists"];

    private static readonly ProviderFaultKind[] Kinds =
    [
        ProviderFaultKind.Refused, ProviderFaultKind.Blocked, ProviderFaultKind.SlowDown, ProviderFaultKind.SignIn,
        ProviderFaultKind.Credit, ProviderFaultKind.OutOfService, ProviderFaultKind.Unclear,
    ];

    private static readonly DeliveryStateKind[] States = (DeliveryStateKind[])Enum.GetValues(typeof(DeliveryStateKind));

    private readonly DefinitionNode _root;
    private readonly DefinitionProblems _problems;
    private readonly List<Locator> _locators = [];

    /// <summary>For one operation of a definition, whose own success, error, errorCodes and stateCodes are the standard.</summary>
    public AnswerReader(DefinitionNode root, DefinitionProblems problems)
    {
        _root = root;
        _problems = problems;
    }

    public AnswerRules Read(DefinitionNode operation, OperationShape shape)
    {
        Locator? rows = shape.RowFields.Count > 0 && operation["rows"] is DefinitionNode place ? Place(place) : null;
        DefinitionNode? row = DefinitionFields.Object(operation, "row", _problems);
        JudgeRows(operation, shape, rows, row);
        var fields = new Dictionary<string, Places>(StringComparer.Ordinal);
        Add(fields, operation, shape.Fields);
        Add(fields, DefinitionFields.Object(operation, "error", _problems) ?? DefinitionFields.Object(_root, "error", _problems), ["code", "words"], only: true);
        var rowFields = new Dictionary<string, Places>(StringComparer.Ordinal);
        Add(rowFields, row, shape.RowFields);
        foreach (string needed in rows is null ? shape.Needed : [])
        {
            Need(fields, needed, operation, string.Empty);
        }

        foreach (string needed in rows is null ? [] : shape.NeededInRows)
        {
            Need(rowFields, needed, row ?? operation, "row.");
        }

        AnswerTest? success = Test(operation, "success") ?? Test(_root, "success");
        if (success is null)
        {
            _problems.Add(operation.Path + ".success", "say how a success is known, for example { \"at\": \"$.status\", \"equals\": \"ok\" }.");
        }

        return new AnswerRules
        {
            Fields = fields,
            Rows = rows,
            RowFields = rowFields,
            RowSuccess = shape.RowTests.Contains("success") && row is not null ? Test(row, "success") : null,
            RowAbsent = shape.RowTests.Contains("absent") && row is not null ? Test(row, "absent") : null,
            Absent = shape.Tests.Contains("absent") ? Test(operation, "absent") : null,
            More = shape.Tests.Contains("more") ? Test(operation, "more") : null,
            Success = success ?? new AnswerTest(),
            Errors = new FaultTable(Codes(_root, "errorCodes", Kinds).Concat(Codes(operation, "errorCodes", Kinds))),
            States = StatesOf(operation),
            Language = Language(operation),
        };
    }

    /// <summary>What states mean: the definition's own table, and above it that of one of its parts.</summary>
    public StateTable StatesOf(DefinitionNode? part)
    {
        List<KeyValuePair<string, DeliveryStateKind>> states = Codes(_root, "stateCodes", States);
        return new StateTable(part is null ? states : states.Concat(Codes(part, "stateCodes", States)));
    }

    private void JudgeRows(DefinitionNode operation, OperationShape shape, Locator? rows, DefinitionNode? row)
    {
        if (rows is null && (row is not null || shape.RowsNeeded))
        {
            _problems.Add(operation.Path + ".rows", "say where the answer holds its rows, for example $.items[*].");
        }

        if (rows is not null && (rows.IsReference || rows.IsStatus || (rows.Path is null && !rows.IsPattern)))
        {
            _problems.Add(operation.Path + ".rows", "rows are found by a path or a regular expression.");
        }

        if (row is not null)
        {
            DefinitionFields.Known(row, _problems, shape.RowFields, shape.RowTests);
        }
    }

    private void Need(Dictionary<string, Places> fields, string name, DefinitionNode node, string prefix)
    {
        if (!fields.ContainsKey(name))
        {
            _problems.Add(node.Path + "." + (node.Name == "row" ? string.Empty : prefix) + name, "say where the answer holds this.");
        }
    }

    private void Add(Dictionary<string, Places> fields, DefinitionNode? node, IReadOnlyList<string> names, bool only = false)
    {
        if (node is not null && only)
        {
            DefinitionFields.Known(node, _problems, names);
        }

        foreach (string name in names)
        {
            IReadOnlyList<Locator> locators = node is null ? [] : DefinitionFields.Several(node, name, _problems).Select(Place).OfType<Locator>().ToList();
            if (locators.Count > 0)
            {
                fields[name] = new Places(locators);
            }
        }
    }

    private Locator? Place(DefinitionNode node)
    {
        Locator? locator = Locator.Read(node.Text, out string problem);
        if (locator is null)
        {
            _problems.Add(node.Path, problem);
            return null;
        }

        if (locator.IsReference && !node.Path.StartsWith("send.id", StringComparison.Ordinal) && !node.Path.StartsWith("sendMany.id", StringComparison.Ordinal))
        {
            _problems.Add(node.Path, "\"reference\" stands for the id of a message that is sent, and for nothing else.");
        }

        bool inRow = node.Path.IndexOf(".row.", StringComparison.Ordinal) >= 0;
        if (locator.Path is { FromRow: true } && !inRow)
        {
            _problems.Add(node.Path, "\"" + node.Text + "\" begins at a row; here, begin with $ (JSON) or / (XML).");
        }

        _locators.Add(locator);
        return locator;
    }

    private AnswerTest? Test(DefinitionNode owner, string name)
    {
        if (DefinitionFields.Object(owner, name, _problems) is not DefinitionNode test)
        {
            return null;
        }

        DefinitionFields.Known(test, _problems, TestFields);
        Locator? at = test["at"] is DefinitionNode place ? Place(place) : null;
        string? pattern = DefinitionFields.Text(test, "matches", _problems);
        string wrong = string.Empty;
        Regex? matches = pattern is null ? null : Locator.Pattern(pattern, out wrong);
        if (wrong.Length > 0)
        {
            _problems.Add(test.Path + ".matches", wrong);
        }

        var result = new AnswerTest
        {
            Statuses = DefinitionFields.Several(test, "status", _problems).Select(Status).ToList(),
            At = at,
            EqualTo = DefinitionFields.Several(test, "equals", _problems).Select(value => value.Text.Trim()).ToList(),
            Matches = matches,
            Exists = test["exists"] is null ? null : DefinitionFields.Flag(test, "exists", _problems),
        };
        bool asks = result.EqualTo.Count > 0 || pattern is not null || result.Exists is not null;
        if (test["at"] is null == asks || (test["at"] is null && result.Statuses.Count == 0))
        {
            _problems.Add(test.Path, "a test names status, or at together with equals, matches or exists, or both.");
        }

        return result;
    }

    private int Status(DefinitionNode node)
    {
        bool fits = int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int status) && status is >= 100 and <= 599;
        if (!fits)
        {
            _problems.Add(node.Path, "an HTTP status is a number from 100 to 599.");
        }

        return status;
    }

    private List<KeyValuePair<string, T>> Codes<T>(DefinitionNode owner, string name, IReadOnlyList<T> allowed)
        where T : struct, Enum
    {
        var rows = new List<KeyValuePair<string, T>>();
        foreach (DefinitionNode code in DefinitionFields.Object(owner, name, _problems)?.Children ?? [])
        {
            if (DefinitionFields.Choice(code, allowed, _problems) is T kind)
            {
                rows.Add(new KeyValuePair<string, T>(code.Name.Trim(), kind));
            }
        }

        return rows;
    }

    private AnswerLanguage Language(DefinitionNode operation)
    {
        bool json = _locators.Any(locator => locator.Path is { IsJson: true });
        bool xml = _locators.Any(locator => locator.Path is { IsJson: false });
        if (json && xml)
        {
            _problems.Add(operation.Path, "it looks for JSON ($, @) and for XML (/, ./) in the same answer; use one of them.");
        }

        return json ? AnswerLanguage.Json : xml ? AnswerLanguage.Xml : AnswerLanguage.Text;
    }
}

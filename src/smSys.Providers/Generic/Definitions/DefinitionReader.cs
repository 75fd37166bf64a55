using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Generic.Answers;
using smSys.Providers.Generic.Requests;

namespace smSys.Providers.Generic.Definitions;

/// <summary>Makes a definition of its JSON.</summary>
internal sealed class DefinitionReader
{
    private static readonly string[] Fields =
    [
        "numbers", "allowGetForSending", "refusesRepeatedReference", "balanceUnit", "pace", "stateWindowHours", "askWindowHours", "sendsPerBatch",
        "headers", "success", "error", "errorCodes", "stateCodes", "callback",
    ];

    private static readonly string[] NumberForms = ["09", "9", "98", "+98", "0098"];

    private readonly DefinitionNode _root;
    private readonly DefinitionProblems _problems;

    public DefinitionReader(DefinitionNode root, DefinitionProblems problems)
    {
        _root = root;
        _problems = problems;
    }

    public HttpDefinition Read()
    {
        DefinitionFields.Known(_root, _problems, Fields, OperationShape.All.Select(shape => shape.Name));
        string numbers = DefinitionFields.Text(_root, "numbers", _problems) ?? "09";
        if (!NumberForms.Contains(numbers))
        {
            _problems.Add("numbers", "has to be one of " + string.Join(", ", NumberForms) + ".");
        }

        HttpOperation? send = Operation(OperationShape.Send);
        HttpOperation? sendMany = Operation(OperationShape.SendMany);
        HttpOperation? ask = Operation(OperationShape.Ask);
        DefinitionNode? pace = DefinitionFields.Object(_root, "pace", _problems);
        if (pace is not null)
        {
            DefinitionFields.Known(pace, _problems, ["send", "states", "receive"]);
        }

        double most = DefinitionFields.Number(_root, "sendsPerBatch", Math.Max(sendMany?.Limit ?? 1, 1), 1, 100, _problems);
        var definition = new HttpDefinition
        {
            Numbers = numbers,
            RefusesRepeatedReference = DefinitionFields.Flag(_root, "refusesRepeatedReference", _problems),
            Unit = Unit(),
            SendPace = Seconds(pace, "send"),
            StatePace = Seconds(pace, "states"),
            ReceivePace = Seconds(pace, "receive"),
            StateWindow = TimeSpan.FromHours(DefinitionFields.Number(_root, "stateWindowHours", 0, 0, 10_000, _problems)),
            AskWindow = TimeSpan.FromHours(DefinitionFields.Number(_root, "askWindowHours", 0, 0, 10_000, _problems)),
            SendLimit = (int)most,
            Send = send,
            SendMany = sendMany,
            Ask = ask,
            States = Operation(OperationShape.States),
            Receive = Operation(OperationShape.Receive),
            Balance = Operation(OperationShape.Balance),
            Lines = Operation(OperationShape.Lines),
            Callbacks = new CallbackNames(_root, _problems).Read(),
        };
        new DefinitionJudge(_root, _problems).Judge(definition);
        return definition;
    }

    private HttpOperation? Operation(OperationShape shape)
    {
        if (DefinitionFields.Object(_root, shape.Name, _problems) is not DefinitionNode node)
        {
            return null;
        }

        IReadOnlyList<string> rows = shape.RowFields.Count > 0 ? ["rows", "row"] : [];
        IReadOnlyList<string> limit = shape.Batch > 0 ? ["limit"] : [];
        DefinitionFields.Known(node, _problems, RequestReader.Fields, AnswerReader.Fields, shape.Fields, shape.Tests, shape.Own, rows, limit);
        bool newestId = shape == OperationShape.Receive && node["cursor"] is { Kind: DefinitionKind.Text, Text: "newestId" };
        return new HttpOperation
        {
            Request = new RequestReader(_problems).Read(node, DefinitionFields.Object(_root, "headers", _problems), shape.Placeholders, shape.Sends),
            Answer = new AnswerReader(_root, _problems).Read(newestId ? Without(node, "cursor") : node, shape),
            Limit = (int)DefinitionFields.Number(node, "limit", Math.Max(shape.Batch, 1), 1, 100, _problems),
            FirstCursor = node["firstCursor"]?.Text ?? string.Empty,
            CursorIsNewestId = newestId,
            NewestFirst = DefinitionFields.Flag(node, "newestFirst", _problems),
            MarksAsRead = DefinitionFields.Flag(node, "marksAsRead", _problems),
        };
    }

    private static DefinitionNode Without(DefinitionNode node, string name)
    {
        var copy = new DefinitionNode(node.Name, node.Path, node.Kind);
        foreach (DefinitionNode child in node.Children.Where(child => child.Name != name))
        {
            copy.Add(child);
        }

        return copy;
    }

    private BalanceUnit Unit()
    {
        if (_root["balanceUnit"] is DefinitionNode unit)
        {
            return DefinitionFields.Choice(unit, [BalanceUnit.Rial, BalanceUnit.Messages, BalanceUnit.Unknown], _problems) ?? BalanceUnit.Unknown;
        }

        if (_root["balance"] is not null)
        {
            _problems.Add("balanceUnit", "say what the balance counts: Rial, Messages or Unknown.");
        }

        return BalanceUnit.Unknown;
    }

    private TimeSpan Seconds(DefinitionNode? pace, string name) =>
        pace is null ? TimeSpan.Zero : TimeSpan.FromSeconds(DefinitionFields.Number(pace, name, 0, 0, 3_600, _problems));
}

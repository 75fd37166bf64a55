using System.Collections.Generic;
using System.Linq;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.Generic.Definitions;

/// <summary>Reads the part <c>callback</c> of a definition: how the provider names the parameters of what it pushes.</summary>
internal sealed class CallbackNames
{
    private readonly DefinitionNode _root;
    private readonly DefinitionProblems _problems;

    public CallbackNames(DefinitionNode root, DefinitionProblems problems)
    {
        _root = root;
        _problems = problems;
    }

    public CallbackProfile Read()
    {
        DefinitionNode? callback = DefinitionFields.Object(_root, "callback", _problems);
        StateTable states = new AnswerReader(_root, _problems).StatesOf(callback);
        var standard = new CallbackProfile(states);
        if (callback is null)
        {
            return standard;
        }

        DefinitionFields.Known(callback, _problems, ["receipt", "message", "stateCodes", "reply"]);
        DefinitionNode? receipt = Part(callback, "receipt", ["id", "state", "reference", "time"]);
        DefinitionNode? message = Part(callback, "message", ["id", "sender", "line", "text", "time"]);
        if (receipt is not null && !states.Rows.Any())
        {
            _problems.Add("stateCodes", "say what the states mean that the provider pushes, for example { \"1\": \"Delivered\" }.");
        }

        return new CallbackProfile(states)
        {
            ReceiptId = Names(receipt, "id", standard.ReceiptId),
            ReceiptState = Names(receipt, "state", standard.ReceiptState),
            ReceiptReference = Names(receipt, "reference", standard.ReceiptReference),
            ReceiptTime = Names(receipt, "time", standard.ReceiptTime),
            MessageId = Names(message, "id", standard.MessageId),
            MessageSender = Names(message, "sender", standard.MessageSender),
            MessageLine = Names(message, "line", standard.MessageLine),
            MessageText = Names(message, "text", standard.MessageText),
            MessageTime = Names(message, "time", standard.MessageTime),
            Reply = DefinitionFields.Text(callback, "reply", _problems) ?? string.Empty,
        };
    }

    private DefinitionNode? Part(DefinitionNode callback, string name, IReadOnlyList<string> known)
    {
        DefinitionNode? part = DefinitionFields.Object(callback, name, _problems);
        if (part is not null)
        {
            DefinitionFields.Known(part, _problems, known);
        }

        return part;
    }

    private string Names(DefinitionNode? part, string name, string standard)
    {
        string? names = part is null ? null : DefinitionFields.Text(part, name, _problems);
        return string.IsNullOrWhiteSpace(names) ? standard : names!;
    }
}

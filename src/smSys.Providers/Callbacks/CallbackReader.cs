using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.Callbacks;

/// <summary>
/// Reads pushes whose parameters are named: in the query, a form, JSON or XML, one element or many. An element with a text and
/// a sender is an incoming message; one with a state and an id or a reference is a receipt. The options
/// <c>callback.receipt.id</c>, <c>.state</c>, <c>.reference</c>, <c>.time</c>, <c>callback.message.id</c>, <c>.sender</c>,
/// <c>.line</c>, <c>.text</c>, <c>.time</c> name the parameters, <c>callback.states</c> adds states, <c>callback.reply</c> is
/// what the provider wants to hear.
/// </summary>
public sealed class CallbackReader : ICallbackReader
{
    private const int LongestCode = 100;

    private readonly IReadOnlyDictionary<string, string> _options;
    private readonly CallbackProfile _profile;
    private readonly StateTable _states;

    /// <summary>A reader for an account.</summary>
    public CallbackReader(CallbackProfile profile, IReadOnlyDictionary<string, string> options)
    {
        _profile = profile;
        _options = options;
        _states = profile.States.With(options, "callback.states");
    }

    /// <inheritdoc/>
    public CallbackAnswer Read(CallbackRequest request)
    {
        var receipts = new List<DeliveryState>();
        var messages = new List<ReceivedMessage>();
        WireNode query = CallbackBody.Pairs(request.Query.TrimStart('?'));
        WireNode? body = CallbackBody.Read(request);
        int unread = body is null ? 0 : Walk(body, query, receipts, messages);
        if (receipts.Count + messages.Count == 0)
        {
            unread = Take(query, query, receipts, messages) ? 0 : Math.Max(unread, 1);
        }

        return new CallbackAnswer(receipts, messages, unread, Option("callback.reply", _profile.Reply));
    }

    /// <summary>Takes the outermost elements that say something; counts those with plain values that do not.</summary>
    private int Walk(WireNode node, WireNode query, List<DeliveryState> receipts, List<ReceivedMessage> messages)
    {
        if (Take(node, query, receipts, messages))
        {
            return 0;
        }

        int unread = 0;
        bool isParent = false;
        foreach (WireNode child in node.Children)
        {
            if (child.Children.Count > 0)
            {
                isParent = true;
                unread += Walk(child, query, receipts, messages);
            }
        }

        // What holds others is a wrapper, not an element of its own.
        return isParent ? unread : 1;
    }

    private bool Take(WireNode node, WireNode query, List<DeliveryState> receipts, List<ReceivedMessage> messages)
    {
        if (node.Children.Count == 0)
        {
            return false;
        }

        WireNode? text = Find(node, query, "callback.message.text", _profile.MessageText);
        string? sender = TextOf(node, query, "callback.message.sender", _profile.MessageSender);
        if (text is not null && text.Children.Count == 0 && sender is not null)
        {
            messages.Add(new ReceivedMessage(
                TextOf(node, query, "callback.message.id", _profile.MessageId),
                sender,
                Digits(TextOf(node, query, "callback.message.line", _profile.MessageLine)),
                text.Text,
                Time(TextOf(node, query, "callback.message.time", _profile.MessageTime))));
            return true;
        }

        string? id = TextOf(node, query, "callback.receipt.id", _profile.ReceiptId);
        string? state = TextOf(node, query, "callback.receipt.state", _profile.ReceiptState);
        long? reference = long.TryParse(
            TextOf(node, query, "callback.receipt.reference", _profile.ReceiptReference), NumberStyles.None, CultureInfo.InvariantCulture, out long ours) && ours > 0
                ? ours
                : null;
        if (state is null || (id is null && reference is null))
        {
            return false;
        }

        DateTime? time = Time(TextOf(node, query, "callback.receipt.time", _profile.ReceiptTime));
        string code = state.Length > LongestCode ? state.Substring(0, LongestCode) : state;
        receipts.Add(new DeliveryState(id ?? string.Empty, _states.Judge(state), code, time, reference));
        return true;
    }

    private string? TextOf(WireNode node, WireNode query, string option, string standard)
    {
        string? text = Find(node, query, option, standard)?.Text.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private WireNode? Find(WireNode node, WireNode query, string option, string standard)
    {
        string[] names = Option(option, standard).Split('|');
        foreach (string name in names)
        {
            if (node[name.Trim()] is WireNode found)
            {
                return found;
            }
        }

        foreach (string name in names)
        {
            if (query[name.Trim()] is WireNode found)
            {
                return found;
            }
        }

        return null;
    }

    private string Option(string name, string standard) =>
        _options.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : standard;

    private static string Digits(string? line) => line is null ? string.Empty : line.TrimStart('+');

    private static DateTime? Time(string? text) => TehranTime.Parse(text) ?? UnixTime.Parse(text);
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using smSys.Messaging.Providers;
using smSys.Messaging.Text;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.Generic.Requests;

/// <summary>What the placeholders of one request stand for. What a request does not have is empty.</summary>
internal sealed class RequestValues
{
    private readonly ProviderAccount _account;
    private readonly string _numbers;

    public RequestValues(ProviderAccount account, string numbers)
    {
        _account = account;
        _numbers = numbers;
    }

    public IReadOnlyList<OutgoingMessage> Messages { get; init; } = [];

    public IReadOnlyList<string> References { get; init; } = [];

    public IReadOnlyList<string> Ids { get; init; } = [];

    public ReceiveRequest? Receive { get; init; }

    /// <summary>What <c>{cursor}</c> is before there is one.</summary>
    public string FirstCursor { get; init; } = string.Empty;

    public int Limit { get; init; }

    /// <summary>Which of the messages the repeated part is about, from 0.</summary>
    public int Index { get; init; }

    /// <summary>Between the items of a list that is no array.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>The repeated parts, already encoded.</summary>
    public string Parts { get; set; } = string.Empty;

    /// <summary>A question of this account.</summary>
    public RequestValues About(
        IReadOnlyList<string>? references = null, IReadOnlyList<string>? ids = null, string separator = ",", ReceiveRequest? receive = null, string firstCursor = "", int limit = 0) => new(_account, _numbers)
    {
        References = references ?? [],
        Ids = ids ?? [],
        Separator = separator,
        Receive = receive,
        FirstCursor = firstCursor,
        Limit = limit,
    };

    /// <summary>The same request, about one of its messages.</summary>
    public RequestValues At(int index) => new(_account, _numbers)
    {
        Messages = Messages,
        Index = index,
        Separator = Separator,
    };

    public string Of(Placeholder placeholder)
    {
        OutgoingMessage? message = Index < Messages.Count ? Messages[Index] : null;
        return placeholder.Name switch
        {
            "user" => _account.UserName,
            "secret" => _account.Secret,
            "basic" => Basic(_account),
            "line" => message?.Line ?? Receive?.Line ?? (_account.Lines.Count > 0 ? _account.Lines[0] : string.Empty),
            "text" => message?.Text ?? string.Empty,
            "coding" => message is not null && SmsText.Measure(message.Text).Encoding == SmsEncoding.Gsm7 ? "0" : "2",
            "recipient" => message is null ? string.Empty : Number(message, placeholder),
            "reference" => message is not null ? Digits(message.Reference) : First(References),
            "id" => First(Ids),
            "index" => Digits(Index),
            "limit" => Digits(Limit),
            "each" => Parts,
            "cursor" => Receive?.Cursor ?? FirstCursor,
            "since" => Receive is null ? string.Empty : Time(Receive.Since, placeholder.Form),
            "until" => Receive is null ? string.Empty : Time(Receive.Until, placeholder.Form),
            "recipients" => List(Messages.Select(one => Number(one, placeholder)), placeholder),
            "texts" => List(Messages.Select(one => one.Text), placeholder),
            "references" => List(Messages.Count > 0 ? Messages.Select(one => Digits(one.Reference)) : References, placeholder),
            "ids" => List(Ids, placeholder),
            _ => string.Empty,
        };
    }

    /// <summary>User and secret as the header Authorization: Basic wants them.</summary>
    public static string Basic(ProviderAccount account) => Convert.ToBase64String(Encoding.UTF8.GetBytes(account.UserName + ":" + account.Secret));

    private string Number(OutgoingMessage message, Placeholder placeholder) => NumberForms.Write(message.Recipient, placeholder.Form ?? _numbers);

    private string List(IEnumerable<string> items, Placeholder placeholder)
    {
        if (!placeholder.AsArray)
        {
            return string.Join(Separator, items);
        }

        JsonWriter json = new JsonWriter().OpenList();
        foreach (string item in items)
        {
            json.Item(item);
        }

        return json.CloseArray().ToString();
    }

    private static string Time(DateTime utc, string? form) => form switch
    {
        "unix" => Digits(UnixTime.Milliseconds(utc) / 1000),
        "milliseconds" => Digits(UnixTime.Milliseconds(utc)),
        "tehran" => TehranTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    private static string First(IReadOnlyList<string> list) => list.Count > 0 ? list[0] : string.Empty;

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}

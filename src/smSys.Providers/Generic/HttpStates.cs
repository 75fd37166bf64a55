using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using smSys.Messaging.Providers;
using smSys.Providers.Generic.Answers;
using smSys.Providers.Generic.Definitions;
using smSys.Providers.Generic.Requests;
using smSys.Providers.Http;
using smSys.Providers.Times;

namespace smSys.Providers.Generic;

/// <summary>Reads delivery states by the provider's ids.</summary>
internal sealed class HttpStates
{
    private const int LongestCode = 100;

    private readonly HttpCaller _caller;
    private readonly HttpOperation _states;
    private readonly Func<RequestValues> _values;
    private readonly SecretMask _mask;

    public HttpStates(HttpCaller caller, HttpOperation states, Func<RequestValues> values, SecretMask mask)
    {
        _caller = caller;
        _states = states;
        _values = values;
        _mask = mask;
    }

    public ProviderAnswer<IReadOnlyList<DeliveryState>> Of(IReadOnlyList<string> ids)
    {
        // An id that holds what separates ids would ask about others; it is left out and so stays without an answer.
        string separator = _states.Request.Separator;
        List<string> asked = ids.Where(id => ids.Count == 1 || separator.Length == 0 || id.IndexOf(separator, StringComparison.Ordinal) < 0).ToList();
        return asked.Count == 0
            ? new ProviderAnswer<IReadOnlyList<DeliveryState>>(Array.Empty<DeliveryState>())
            : _caller.Ask(_states, _values().About(ids: asked, separator: separator), (opener, answer) => Read(asked, answer));
    }

    /// <summary>A time with or without a zone, or seconds or milliseconds since 1970.</summary>
    public static DateTime? Time(string? text) => TehranTime.Parse(text) ?? UnixTime.Parse(text);

    private ProviderAnswer<IReadOnlyList<DeliveryState>> Read(List<string> asked, AnswerScope answer)
    {
        AnswerRules rules = _states.Answer;
        var states = new List<DeliveryState>();
        if (rules.Rows is null)
        {
            if (rules.Field(answer, "state") is not string one)
            {
                return new ProviderAnswer<IReadOnlyList<DeliveryState>>(HttpCaller.Odd("states.state"));
            }

            states.Add(State(asked[0], one, rules.Field(answer, "time"), rules.Field(answer, "reference")));
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(states);
        }

        IReadOnlyList<AnswerScope>? rows = rules.Rows.Rows(answer);
        if (rows is null || Locator.AreTooMany(rows))
        {
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(HttpCaller.Odd("states.rows"));
        }

        foreach (AnswerScope row in rows)
        {
            if (rules.RowField(row, "id") is string id && asked.Contains(id) && rules.RowField(row, "state") is string state)
            {
                states.Add(State(id, state, rules.RowField(row, "time"), rules.RowField(row, "reference")));
            }
        }

        return new ProviderAnswer<IReadOnlyList<DeliveryState>>(states);
    }

    private DeliveryState State(string id, string code, string? time, string? reference) => new(
        id,
        _states.Answer.States.Judge(code),
        _mask.Clean(code.Length > LongestCode ? code.Substring(0, LongestCode) : code),
        Time(time),
        long.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out long ours) && ours > 0 ? ours : null);
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using smSys.Messaging.Providers;
using smSys.Providers.Generic.Answers;
using smSys.Providers.Generic.Definitions;
using smSys.Providers.Generic.Requests;

namespace smSys.Providers.Generic;

/// <summary>
/// Asks by our reference. Absent is said only when the answer proves it: the test "absent" passes, or a complete list of
/// nothing but what was asked for does not hold the reference.
/// </summary>
internal sealed class HttpAsking
{
    private readonly HttpCaller _caller;
    private readonly HttpOperation _ask;
    private readonly Func<RequestValues> _values;

    public HttpAsking(HttpCaller caller, HttpOperation ask, Func<RequestValues> values)
    {
        _caller = caller;
        _ask = ask;
        _values = values;
    }

    public IReadOnlyList<ReferenceAnswer> Ask(IReadOnlyList<long> references)
    {
        List<string> asked = references.Select(reference => reference.ToString(CultureInfo.InvariantCulture)).ToList();
        RequestValues values = _values().About(references: asked, separator: _ask.Request.Separator);
        return _caller.Ask(
            _ask,
            values,
            (opener, answer) => references.Select((reference, i) => Judge(reference, asked[i], asked, answer)).ToList(),
            (fault, judged) => references.Select(reference => judged is not null && _ask.Answer.Absent?.Passes(judged) == true
                ? new ReferenceAnswer(reference, ReferenceAnswerKind.Absent)
                : Unsaid(reference, fault)).ToList());
    }

    private ReferenceAnswer Judge(long reference, string text, List<string> asked, AnswerScope answer)
    {
        AnswerRules rules = _ask.Answer;
        if (rules.Rows is null)
        {
            return Found(reference, rules.Field(answer, "id"), rules.Field(answer, "state"))
                ?? (rules.Absent!.Passes(answer) ? new ReferenceAnswer(reference, ReferenceAnswerKind.Absent) : Unsaid(reference, HttpCaller.Odd("ask.id")));
        }

        IReadOnlyList<AnswerScope>? rows = rules.Rows.Rows(answer);
        if (rows is null || Locator.AreTooMany(rows))
        {
            return rules.Absent?.Passes(answer) == true ? new ReferenceAnswer(reference, ReferenceAnswerKind.Absent) : Unsaid(reference, HttpCaller.Odd("ask.rows"));
        }

        AnswerScope? mine = rows.FirstOrDefault(row => string.Equals(rules.RowField(row, "reference"), text, StringComparison.Ordinal));
        if (mine is not null)
        {
            return rules.RowAbsent?.Passes(mine) == true
                ? new ReferenceAnswer(reference, ReferenceAnswerKind.Absent)
                : Found(reference, rules.RowField(mine, "id"), rules.RowField(mine, "state")) ?? Unsaid(reference, HttpCaller.Odd("ask.row.id"));
        }

        // A provider that has a word for "not found" has a row for everything; and rows of strangers make the list doubtful.
        bool complete = rules.Absent is not null
            ? rules.Absent.Passes(answer)
            : rules.RowAbsent is null && rows.All(row => rules.RowField(row, "reference") is string named && asked.Contains(named));
        return complete ? new ReferenceAnswer(reference, ReferenceAnswerKind.Absent) : Unsaid(reference, HttpCaller.Odd("ask.row.reference"));
    }

    private ReferenceAnswer? Found(long reference, string? id, string? state) => HttpCaller.IsId(id)
        ? new ReferenceAnswer(reference, ReferenceAnswerKind.Found, id, state is null ? null : _ask.Answer.States.Judge(state))
        : null;

    private static ReferenceAnswer Unsaid(long reference, ProviderFault fault) => new(reference, ReferenceAnswerKind.CannotSay, Fault: fault);
}

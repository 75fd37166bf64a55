using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Batches;
using smSys.Providers.Codes;
using smSys.Providers.Http;
using smSys.Providers.Wire;

namespace smSys.Providers.Atieh;

/// <summary>
/// Questions to <c>statusReport</c>, which wants a line named. The account's lines are asked one after the other until everything
/// is found, within the time of one batch; what a line that could not be asked may hold is left open.
/// </summary>
internal sealed class AtiehReports
{
    public const string ByReference = "clientId";

    private readonly ProviderAccount _account;
    private readonly StateTable _states;
    private readonly SecretMask _mask;
    private readonly ReportCall _call;

    public AtiehReports(ProviderAccount account, StateTable states, SecretMask mask, ReportCall call)
    {
        _account = account;
        _states = states;
        _mask = mask;
        _call = call;
    }

    /// <summary>One call for one line; the rows of a complete answer, or a fault.</summary>
    public delegate ProviderFault? ReportCall(string line, string type, IReadOnlyList<string> ids, TimeSpan timeout, out IReadOnlyList<WireNode> rows);

    public IReadOnlyList<ReferenceAnswer> Ask(IReadOnlyList<long> references)
    {
        var open = new List<string>();
        foreach (long reference in references)
        {
            open.Add(AtiehWire.Number(reference));
        }

        ProviderFault? doubt = Search(ByReference, "clientId", open, out Dictionary<string, WireNode> rows);
        var answers = new ReferenceAnswer[references.Count];
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = rows.TryGetValue(AtiehWire.Number(references[i]), out WireNode? row)
                ? Found(references[i], row)
                : doubt is null
                    ? new ReferenceAnswer(references[i], ReferenceAnswerKind.Absent)
                    : new ReferenceAnswer(references[i], ReferenceAnswerKind.CannotSay, Fault: doubt);
        }

        return answers;
    }

    public ProviderAnswer<IReadOnlyList<DeliveryState>> States(IReadOnlyList<string> ids)
    {
        var open = new List<string>();
        foreach (string id in ids)
        {
            if (AtiehWire.IsId(id))
            {
                open.Add(id);
            }
        }

        Dictionary<string, WireNode> rows = [];
        ProviderFault? doubt = open.Count == 0 ? null : Search(Named("idType", "id"), "id", open, out rows);
        if (rows.Count == 0 && doubt is not null)
        {
            return new ProviderAnswer<IReadOnlyList<DeliveryState>>(doubt);
        }

        var states = new List<DeliveryState>();
        foreach (KeyValuePair<string, WireNode> row in rows)
        {
            if (row.Value.TextOf("status") is string status)
            {
                long? reference = long.TryParse(row.Value.TextOf("clientId"), NumberStyles.None, CultureInfo.InvariantCulture, out long ours) ? ours : null;
                states.Add(new DeliveryState(row.Key, _states.Judge(status), _mask.Clean(status), Reference: reference));
            }
        }

        return new ProviderAnswer<IReadOnlyList<DeliveryState>>(states);
    }

    /// <summary>Asks line by line. The fault says why what was not found may exist all the same; null: it does not.</summary>
    private ProviderFault? Search(string type, string key, List<string> open, out Dictionary<string, WireNode> found)
    {
        found = new Dictionary<string, WireNode>(StringComparer.Ordinal);
        IReadOnlyList<string> lines = _account.Lines.Count > 0 ? _account.Lines : Named("lines", string.Empty).Split(',');
        using var time = new TimeShare(_account, lines.Count);
        var asked = new HashSet<string>(open, StringComparer.Ordinal);
        ProviderFault? doubt = null;
        for (int i = 0; i < lines.Count && open.Count > 0; i++)
        {
            if (i > 0 && !time.MayStart)
            {
                return new ProviderFault(ProviderFaultKind.Unclear, "not-asked", "There was no time to ask about all lines of the account.");
            }

            ProviderFault? fault = _call(lines[i].Trim(), type, open, time.Timeout, out IReadOnlyList<WireNode> rows);
            bool isOfLine = fault?.Code == AtiehCodes.LineRefused;
            if (!isOfLine && fault is { Kind: ProviderFaultKind.SignIn or ProviderFaultKind.Unreachable or ProviderFaultKind.SlowDown })
            {
                return fault;
            }

            doubt ??= fault;
            foreach (WireNode row in rows)
            {
                string id = row.TextOf(key) ?? string.Empty;
                if (!asked.Contains(id))
                {
                    // A row that names nobody we asked about makes the absence of others doubtful.
                    doubt ??= new ProviderFault(ProviderFaultKind.Unclear, "odd", "The answer holds a row that nobody asked for.");
                }
                else if (!found.ContainsKey(id))
                {
                    found.Add(id, row);
                    open.Remove(id);
                }
            }
        }

        return doubt;
    }

    private ReferenceAnswer Found(long reference, WireNode row)
    {
        string id = row.TextOf("id") ?? string.Empty;
        string? status = row.TextOf("status");
        return AtiehWire.IsId(id)
            ? new ReferenceAnswer(reference, ReferenceAnswerKind.Found, id, status is null ? null : _states.Judge(status))
            : new ReferenceAnswer(
                reference,
                ReferenceAnswerKind.CannotSay,
                Fault: new ProviderFault(ProviderFaultKind.Unclear, "odd", "The answer names the message but gives no id."));
    }

    private string Named(string option, string standard) =>
        _account.Options.TryGetValue(option, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : standard;
}

using System;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Http;
using smSys.Providers.Wire;

namespace smSys.Providers.Generic.Answers;

/// <summary>Judges an exchange by an operation's rules: what may be read from it, or the fault it is.</summary>
internal sealed class AnswerOpener : IDisposable
{
    private readonly PatternClock _clock = new();
    private readonly AnswerRules _rules;
    private readonly SecretMask _mask;

    public AnswerOpener(AnswerRules rules, SecretMask mask)
    {
        _rules = rules;
        _mask = mask;
    }

    /// <summary>An expression took too long, so what was read so far may be wrong.</summary>
    public bool RanOut => _clock.RanOut;

    /// <summary>The answer, judged a success; null when it is a fault. <paramref name="judged"/> is the answer even then, when it is the protocol.</summary>
    public AnswerScope? Open(Exchange exchange, bool mayRepeat, out AnswerScope? judged, out ProviderFault? fault)
    {
        judged = null;
        fault = WithoutAnswer(exchange, mayRepeat);
        if (fault is not null)
        {
            return null;
        }

        WireNode? root = Root(exchange);
        if (root is null && (_rules.Language != AnswerLanguage.Text || LooksLikePage(exchange)))
        {
            string bare = "empty-" + exchange.Status.ToString(CultureInfo.InvariantCulture);
            fault = exchange.Body.Length == 0 && _rules.Errors.Knows(bare)
                ? _rules.Errors.Fault(bare, "HTTP " + exchange.Status + " without words.", _mask) with { WholeCall = true }
                : ExchangeFaults.NotTheProtocol(exchange, _mask);
            return null;
        }

        judged = new AnswerScope { Exchange = exchange, Clock = _clock, Root = root };
        bool passes = _rules.Success.Passes(judged);
        fault = RanOut ? TooSlow : passes ? null : FaultOf(judged);
        return fault is null ? judged : null;
    }

    /// <summary>What a row that is no success says.</summary>
    public ProviderFault RowFault(AnswerScope row)
    {
        string? code = _rules.RowField(row, "code");
        string? words = _rules.RowField(row, "words");
        ProviderFault fault = code is null
            ? new ProviderFault(ProviderFaultKind.Unclear, "no-code", _mask.Clean(words ?? "The answer names the message, but neither an id nor a reason."))
            : _rules.Errors.Fault(code, words, _mask);
        return RanOut ? TooSlow : fault;
    }

    /// <summary>The fault of a regular expression that took too long.</summary>
    public static ProviderFault TooSlow =>
        new(ProviderFaultKind.Unclear, "slow-pattern", "A regular expression of the definition took too long over this answer.") { WholeCall = true };

    public void Dispose() => _clock.Dispose();

    /// <summary>A request that the platform may have repeated can have arrived before the attempt that did not.</summary>
    private static ProviderFault? WithoutAnswer(Exchange exchange, bool mayRepeat) => ExchangeFaults.WithoutAnswer(exchange) is not ProviderFault fault ? null
        : mayRepeat && fault.Kind == ProviderFaultKind.Unreachable ? fault with { Kind = ProviderFaultKind.Unclear }
        : fault;

    private ProviderFault FaultOf(AnswerScope answer)
    {
        string code = _rules.Field(answer, "code") ?? answer.Exchange.Status.ToString(CultureInfo.InvariantCulture);
        string words = _rules.Field(answer, "words") ?? answer.Exchange.Text;
        ProviderFault fault = _rules.Errors.Fault(code, words.Length == 0 ? "HTTP " + answer.Exchange.Status + " without words." : words, _mask);
        return RanOut ? TooSlow : fault with { WholeCall = true };
    }

    private WireNode? Root(Exchange exchange)
    {
        switch (_rules.Language)
        {
            case AnswerLanguage.Json:
                return JsonText.Read(exchange.Body);
            case AnswerLanguage.Xml:
                WireNode? root = XmlText.Read(exchange.Text, withAttributes: true);
                return string.Equals(root?.Name, "html", StringComparison.OrdinalIgnoreCase) ? null : root;
            default:
                return null;
        }
    }

    /// <summary>Plain answers come under any content type, a web page as well; a page is never the provider's own word.</summary>
    private static bool LooksLikePage(Exchange exchange)
    {
        string start = exchange.Text.TrimStart();
        return start.Length == 0 || start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}

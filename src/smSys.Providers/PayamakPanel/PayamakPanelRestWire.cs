using System;
using smSys.Messaging.Providers;
using smSys.Providers.Http;
using smSys.Providers.Wire;

namespace smSys.Providers.PayamakPanel;

/// <summary>Shapes of the REST service's answers: <c>Value</c>, <c>RetStatus</c> and <c>StrRetStatus</c>, of lists inside <c>MyBase</c>.</summary>
internal static class PayamakPanelRestWire
{
    /// <summary>Success is RetStatus 1 with a long number; a short number is a code, whatever RetStatus says.</summary>
    public static SendOutcome Sent(Exchange exchange, PanelContract contract, SecretMask mask)
    {
        ProviderFault? fault = Read(exchange, mask, out WireNode root, out WireNode verdict);
        if (fault is not null)
        {
            return SendOutcome.From(fault);
        }

        string value = root.TextOf("Value") ?? string.Empty;
        if (!IsOk(verdict))
        {
            return SendOutcome.From(contract.IsId(value)
                ? new ProviderFault(ProviderFaultKind.Unclear, "contradiction", mask.Clean("An id and yet: " + verdict.TextOf("StrRetStatus"))) { WholeCall = true }
                : Failure(verdict, value, contract, mask));
        }

        return contract.IsId(value) ? SendOutcome.Accepted(value)
            : contract.Errors.Knows(value) ? SendOutcome.From(contract.Errors.Fault(value, null, mask) with { WholeCall = true })
            : SendOutcome.Unknown(new ProviderFault(ProviderFaultKind.Unclear, "no-id", mask.Clean("The answer says success, but gives no id: " + value)));
    }

    /// <summary>The answer to a question, or the fault that stands for it.</summary>
    public static ProviderFault? Open(Exchange exchange, PanelContract contract, SecretMask mask, out WireNode root)
    {
        ProviderFault? fault = Read(exchange, mask, out root, out WireNode verdict);
        return fault ?? (IsOk(verdict) ? null : Failure(verdict, root.TextOf("Value") ?? verdict.TextOf("Value") ?? string.Empty, contract, mask));
    }

    private static ProviderFault? Read(Exchange exchange, SecretMask mask, out WireNode root, out WireNode verdict)
    {
        root = verdict = new WireNode("root", isNull: true);
        if (ExchangeFaults.WithoutAnswer(exchange) is ProviderFault fault)
        {
            return fault;
        }

        WireNode? read = exchange.IsSuccess && exchange.IsMedia("json", "text/plain") ? JsonText.Read(exchange.Body) : null;
        WireNode? judged = read?["MyBase"] ?? read;
        if (read is null || judged?.TextOf("RetStatus") is null)
        {
            return ExchangeFaults.NotTheProtocol(exchange, mask);
        }

        root = read;
        verdict = judged;
        return null;
    }

    private static bool IsOk(WireNode verdict) => verdict.TextOf("RetStatus") == "1";

    /// <summary>A documented number in Value is the code; 0 there may be nothing at all, so RetStatus goes before it.</summary>
    private static ProviderFault Failure(WireNode verdict, string value, PanelContract contract, SecretMask mask)
    {
        string status = verdict.TextOf("RetStatus")!;
        string code = value.Length > 0 && value != "0" && contract.Errors.Knows(value) ? value : status;
        return contract.Errors.Fault(code, verdict.TextOf("StrRetStatus"), mask) with { WholeCall = true };
    }
}

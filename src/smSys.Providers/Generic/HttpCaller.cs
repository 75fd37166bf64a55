using System;
using smSys.Messaging.Providers;
using smSys.Providers.Generic.Answers;
using smSys.Providers.Generic.Definitions;
using smSys.Providers.Generic.Requests;
using smSys.Providers.Http;
using smSys.Providers.Matching;

namespace smSys.Providers.Generic;

/// <summary>Carries one operation of a definition: fill, call, judge.</summary>
internal sealed class HttpCaller
{
    private readonly ProviderAccount _account;
    private readonly ProviderTransport _transport;
    private readonly SecretMask _mask;

    public HttpCaller(ProviderAccount account, ProviderTransport transport, SecretMask mask, ProviderFault? broken)
    {
        _account = account;
        _transport = transport;
        _mask = mask;
        Broken = broken;
    }

    /// <summary>Why nothing is called at all: the definition has problems.</summary>
    public ProviderFault? Broken { get; }

    /// <summary>A successful answer that lacks something.</summary>
    public static ProviderFault Odd(string what) =>
        new(ProviderFaultKind.Unclear, "odd", "The answer passes for a success, but what the definition calls " + what + " is missing in it.") { WholeCall = true };

    /// <summary>One call.</summary>
    /// <param name="operation">Which.</param>
    /// <param name="values">What its placeholders stand for.</param>
    /// <param name="timeout">For the whole exchange.</param>
    /// <param name="read">Reads a success.</param>
    /// <param name="fail">Takes a fault, with the answer that it was read from, if there was one in the provider's language.</param>
    public T Call<T>(
        HttpOperation operation, RequestValues values, TimeSpan timeout, Func<AnswerOpener, AnswerScope, T> read, Func<ProviderFault, AnswerScope?, T> fail)
    {
        ProviderFault? fault = Broken;
        WireRequest? request = fault is null ? operation.Request.Fill(_account, values, timeout, out fault) : null;
        if (request is null)
        {
            return fail(fault!, null);
        }

        using var opener = new AnswerOpener(operation.Answer, _mask);
        AnswerScope? answer = opener.Open(_transport.Call(request), operation.Request.IsGet, out AnswerScope? judged, out fault);
        T result = answer is null ? fail(fault!, judged) : read(opener, answer);
        return opener.RanOut ? fail(AnswerOpener.TooSlow, null) : result;
    }

    /// <summary>A question.</summary>
    public ProviderAnswer<T> Ask<T>(HttpOperation operation, RequestValues values, Func<AnswerOpener, AnswerScope, ProviderAnswer<T>> read)
        where T : class => Call(operation, values, _account.SingleTimeout, read, (fault, _) => new ProviderAnswer<T>(fault));

    /// <summary>A question whose fault may still prove something.</summary>
    public T Ask<T>(HttpOperation operation, RequestValues values, Func<AnswerOpener, AnswerScope, T> read, Func<ProviderFault, AnswerScope?, T> fail) =>
        Call(operation, values, _account.SingleTimeout, read, fail);

    /// <summary>A provider's id: not missing, not 0, not negative, not a novel.</summary>
    public static bool IsId(string? id) => ProviderId.IsPrintable(id);
}

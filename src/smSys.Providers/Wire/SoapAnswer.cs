using smSys.Messaging.Providers;
using smSys.Providers.Http;

namespace smSys.Providers.Wire;

/// <summary>What a SOAP service answered: a result, a fault of its own, or nothing readable.</summary>
public sealed class SoapAnswer
{
    private SoapAnswer(WireNode? result, string? faultText, ProviderFault? fault)
    {
        Result = result;
        FaultText = faultText;
        Fault = fault;
    }

    /// <summary>The result element of a successful answer.</summary>
    public WireNode? Result { get; }

    /// <summary>The words of a SOAP fault, not yet judged.</summary>
    public string? FaultText { get; }

    /// <summary>Why there is neither.</summary>
    public ProviderFault? Fault { get; }

    /// <summary>Finds the result of an operation in an exchange.</summary>
    /// <param name="exchange">What came back.</param>
    /// <param name="operation">The operation; its answer is the element <c>…Response</c>.</param>
    /// <param name="mask">Of the account.</param>
    /// <param name="resultName">The element inside the answer; null: <c>…Result</c>; empty: the answer itself.</param>
    public static SoapAnswer Read(Exchange exchange, string operation, SecretMask mask, string? resultName = null)
    {
        if (ExchangeFaults.WithoutAnswer(exchange) is ProviderFault fault)
        {
            return new SoapAnswer(null, null, fault);
        }

        WireNode? body = exchange.IsMedia("xml") ? XmlText.Read(exchange.Text)?["Body"] : null;
        if (body?["Fault"] is WireNode soapFault)
        {
            string words = soapFault.TextOf("faultstring") ?? soapFault["Reason"]?.TextOf("Text") ?? "A SOAP fault without words.";
            return new SoapAnswer(null, words, null);
        }

        WireNode? response = exchange.IsSuccess ? body?[operation + "Response"] : null;
        WireNode? result = resultName is { Length: 0 } ? response : response?[resultName ?? operation + "Result"];
        return result is null
            ? new SoapAnswer(null, null, ExchangeFaults.NotTheProtocol(exchange, mask))
            : new SoapAnswer(result, null, null);
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Http;
using smSys.Providers.Times;
using smSys.Providers.Wire;

namespace smSys.Providers.Asanak;

/// <summary>
/// Incoming messages by the older SOAP gateway, the only documented way to poll them. The cursor is the time of the newest
/// message; that moment is read again, because more may have come in it.
/// </summary>
internal static class AsanakInbox
{
    public const string Operation = "getReceivedMsg";
    public const int PageSize = 100;

    private const string Namespace = "http://webService.compositeSmsGateway.services.sdp.peykasa.com/";

    /// <summary>From when on to read, in milliseconds.</summary>
    public static long From(ReceiveRequest request) =>
        long.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out long time) ? time : UnixTime.Milliseconds(request.Since);

    public static string Request(ProviderAccount account, ReceiveRequest request, bool inSeconds)
    {
        long from = inSeconds ? From(request) / 1000 : From(request);
        return new SoapEnvelope(Operation, Namespace, qualified: false)
            .Open("userCredential").Value("password", account.Secret).Value("username", account.UserName).Close()
            .Value("destAddresses", request.Line)
            .Value("fromTime", from.ToString(CultureInfo.InvariantCulture))
            .Value("maxReturnedMsg", PageSize.ToString(CultureInfo.InvariantCulture))
            .Finish();
    }

    public static ProviderAnswer<ReceivedPage> Read(Exchange exchange, ReceiveRequest request, SecretMask mask)
    {
        SoapAnswer answer = SoapAnswer.Read(exchange, Operation, mask, "return");
        if (answer.Result is null)
        {
            return new ProviderAnswer<ReceivedPage>(answer.Fault ?? new ProviderFault(ProviderFaultKind.Unclear, "soap-fault", mask.Clean(answer.FaultText!)));
        }

        // Only 0 is documented.
        string status = answer.Result.TextOf("status") ?? "odd";
        if (status != "0")
        {
            string words = answer.Result.TextOf("errorMsg") ?? "The gateway answered with status " + status + ".";
            return new ProviderAnswer<ReceivedPage>(new ProviderFault(ProviderFaultKind.Unclear, mask.Clean(status), mask.Clean(words)));
        }

        long from = From(request);
        long newest = from;
        int count = 0;
        var messages = new List<ReceivedMessage>();
        foreach (WireNode row in answer.Result.Children)
        {
            if (!string.Equals(row.Name, "receivedMegs", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            count++;
            if (row.TextOf("source") is string sender)
            {
                DateTime? time = UnixTime.Parse(row.TextOf("receivedTime"));
                newest = Math.Max(newest, time is DateTime utc ? UnixTime.Milliseconds(utc) : 0);
                messages.Add(new ReceivedMessage(row.TextOf("id"), sender, row.TextOf("destination") ?? request.Line, row["body"]?.Text ?? string.Empty, time));
            }
        }

        messages.Sort((a, b) => Nullable.Compare(a.Time, b.Time));
        bool isFull = count >= PageSize;
        long next = isFull && newest == from ? from + 1 : newest;
        return new ProviderAnswer<ReceivedPage>(new ReceivedPage(messages, next.ToString(CultureInfo.InvariantCulture), isFull));
    }
}

using System.Globalization;
using System.Xml.Linq;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;

namespace ProviderSimulators.Asanak;

/// <summary>The older gateway's <c>getReceivedMsg</c>: qualified wrapper, unqualified children, and the spelling <c>receivedMegs</c>.</summary>
internal static class AsanakInboxAnswer
{
    private const int Refused = 1;

    public static SimulatedReply Answer(AsanakSimulator simulator, SimulatedRequest request)
    {
        XElement? operation = SoapService.Operation(request.Body);
        if (operation?.Name.LocalName != "getReceivedMsg")
        {
            return SoapService.Fault("Unknown operation");
        }

        XElement? credential = operation.Element("userCredential");
        if (request.Fault == SimulatedFault.Unauthorized
            || credential?.Element("username")?.Value != simulator.Account.UserName || credential.Element("password")?.Value != simulator.Account.Secret)
        {
            return Return(operation, Refused, new XElement("errorMsg", "Username or Password is not valid"));
        }

        string[] lines = [.. operation.Elements("destAddresses").Select(line => line.Value)];
        long from = long.TryParse(operation.Element("fromTime")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long time) ? time : 0;
        int most = int.TryParse(operation.Element("maxReturnedMsg")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int max) ? max : 1;
        IEnumerable<XElement> rows = simulator.Inbound
            .Read(message => lines.Contains(message.Line) && Milliseconds(message.ReceivedOn) >= from, found => found.Take(most), marks: false)
            .Select(message => new XElement(
                "receivedMegs",
                new XElement("body", message.Text),
                new XElement("destination", message.Line),
                new XElement("encoding", 8),
                new XElement("id", message.Id),
                new XElement("partCount", 1),
                new XElement("receivedTime", Milliseconds(message.ReceivedOn)),
                new XElement("source", "98" + message.Sender)));
        return Return(operation, 0, [.. rows]);
    }

    private static SimulatedReply Return(XElement operation, int status, params object[] content) =>
        SoapService.Response(operation, new XElement("return", new XElement("status", status), content));

    private static long Milliseconds(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeMilliseconds();
}

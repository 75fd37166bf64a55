using System.Globalization;
using System.Xml.Linq;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;
using ProviderSimulators.Time;

namespace ProviderSimulators.ParsGreen;

/// <summary>MsgService.asmx: GetMessagePageing, whose spelling is real. It answers a DataSet, newest first, and marks nothing.</summary>
internal static class ParsGreenInboxAnswer
{
    private const string Namespace = "http://tempuri.org/";
    private const int Most = 100;
    private static readonly XNamespace Diffgram = "urn:schemas-microsoft-com:xml-diffgram-v1";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema";
    private static readonly string[] Columns = ["MsgIdEncrypt", "Body", "Udh", "SendDate", "Sender", "Receiver"];

    public static SimulatedReply Page(ParsGreenSimulator simulator, SimulatedRequest request)
    {
        XElement? operation = request.Method == "POST" && request.Path.EndsWith("/MsgService.asmx", StringComparison.OrdinalIgnoreCase) ? SoapService.Operation(request.Body) : null;
        if (operation is null || operation.Name != XName.Get("GetMessagePageing", Namespace))
        {
            return SoapService.Fault("Server did not recognize the value of HTTP Header SOAPAction: " + request.Headers["SOAPAction"] + ".");
        }

        if (SoapService.Value(operation, "signature") != simulator.Account.Secret || request.Fault == SimulatedFault.Unauthorized)
        {
            return SoapService.Fault("signature is not valid");
        }

        int size = Math.Clamp(Number(operation, "rowInPage"), 1, Most);
        int page = Math.Max(1, Number(operation, "startPage"));
        bool isRead = SoapService.Value(operation, "isRead") == "true";
        IReadOnlyList<InboundMessage> shown = SoapService.Value(operation, "location") != "1" ? [] : simulator.Inbound.Read(
            message => message.IsRead == isRead, found => found.Reverse().Skip((page - 1) * size).Take(size), marks: false);
        return SoapService.Result(operation, Described(), new XElement(
            Diffgram + "diffgram",
            new XAttribute(XNamespace.Xmlns + "diffgr", Diffgram.NamespaceName),
            new XElement("NewDataSet", shown.Select((message, i) => Row(message, i)))));
    }

    private static XElement Row(InboundMessage message, int i) => new(
        "Table",
        new XAttribute(Diffgram + "id", "Table" + (i + 1).ToString(CultureInfo.InvariantCulture)),
        new XElement("MsgIdEncrypt", message.Id.ToString("x", CultureInfo.InvariantCulture) + "pgscm1wi7g31e"),
        new XElement("Body", message.Text),
        new XElement("SendDate", TehranClock.Iso(message.ReceivedOn)),
        new XElement("Sender", "98" + message.Sender),
        new XElement("Receiver", "98" + message.Line));

    private static XElement Described() => new(
        Schema + "schema",
        new XAttribute("id", "NewDataSet"),
        new XAttribute(XNamespace.Xmlns + "xs", Schema.NamespaceName),
        new XElement(
            Schema + "element",
            new XAttribute("name", "Table"),
            new XElement(Schema + "complexType", new XElement(Schema + "sequence", Columns.Select(column =>
                new XElement(Schema + "element", new XAttribute("name", column), new XAttribute("type", "xs:string"), new XAttribute("minOccurs", "0")))))));

    private static int Number(XElement operation, string name) =>
        int.TryParse(SoapService.Value(operation, name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}

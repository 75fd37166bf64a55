using System.Globalization;
using System.Xml.Linq;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;

namespace ProviderSimulators.MehrAfraz;

/// <summary><c>receivesmsLowLevel</c>: five arrays of equal length and no result; an error is an array of ids with one error in it.</summary>
internal static class MehrAfrazInboxAnswer
{
    private static readonly TimeSpan Tehran = new(3, 30, 0);

    public static SimulatedReply Answer(MehrAfrazSimulator simulator, XElement operation, long refusal)
    {
        XNamespace ns = operation.Name.Namespace;
        if (refusal != 0)
        {
            return SoapService.Response(operation, new XElement(ns + "aMessageid", new XElement(ns + "long", refusal)));
        }

        bool all = SoapService.Value(operation, "lReceiveAllmsg") is "true" or "1";
        string line = SoapService.Value(operation, "cFromnumber");
        IReadOnlyList<InboundMessage> shown = simulator.Inbound.Read(message => message.Line == line && (all || !message.IsRead), found => found, marks: true);
        return SoapService.Response(
            operation,
            Array("aBody", "string", message => message.Text),
            Array("aMobileno", "string", message => "0" + message.Sender),
            Array("aMessageid", "long", message => message.Id),
            Array("aReceivedate", "string", message => Jalali(message.ReceivedOn)),
            Array("afromnumber", "string", message => message.Line));

        XElement Array(string name, string item, Func<InboundMessage, object> value) =>
            new(ns + name, shown.Select(message => new XElement(ns + item, value(message))));
    }

    private static string Jalali(DateTime utc)
    {
        DateTime local = utc + Tehran;
        var calendar = new PersianCalendar();
        string date = string.Create(CultureInfo.InvariantCulture, $"{calendar.GetYear(local)}/{calendar.GetMonth(local):00}/{calendar.GetDayOfMonth(local):00}");
        return date + " " + local.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
    }
}

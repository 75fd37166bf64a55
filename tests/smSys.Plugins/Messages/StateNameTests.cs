using System.IO.Compression;
using System.Xml.Linq;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Plugins.Messages;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Plugins.Tests.Messages;

/// <summary>Sentences and screens call a state by the same name in both languages.</summary>
public class StateNameTests
{
    private const int ScheduledOfThePlatform = 4;

    private static readonly IReadOnlyList<XElement> StatusReasons = ReadStatusReasons();

    [Fact]
    public void A_state_is_called_what_its_status_reason_is_called()
    {
        Assert.All(StatusReasons.Where(reason => Number(reason, "value") != ScheduledOfThePlatform), reason =>
        {
            var state = StateCodes.Of((Sms.Status)Number(reason, "value"));
            Assert.Equal((Label(reason, 1033), Label(reason, 1065)), (StateNames.Of(state).English, StateNames.Of(state).Persian));
        });
    }

    private static int Number(XElement reason, string name) => int.Parse(reason.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string Label(XElement reason, int language) =>
        reason.Descendants("label").Single(label => Number(label, "languagecode") == language).Attribute("description")!.Value;

    private static XElement[] ReadStatusReasons()
    {
        using var zip = new ZipArchive(new MemoryStream(ShippedSolution.Zip));
        using var stream = zip.GetEntry("customizations.xml")!.Open();
        return [.. XDocument.Load(stream).Descendants("entity")
            .Single(table => string.Equals((string?)table.Attribute("Name"), "smsys_Sms", StringComparison.Ordinal))
            .Descendants("status").Where(status => status.Attribute("state") is not null)];
    }
}

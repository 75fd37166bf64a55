using System.IO.Compression;
using System.Xml.Linq;
using smSys.Crm.Bulk;
using smSys.Crm.Tables;
using smSys.Plugins.Bulk;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>Sentences and screens call a state of a bulk by the same name in both languages.</summary>
public class BulkNameTests
{
    [Fact]
    public void A_state_is_called_what_its_status_reason_is_called()
    {
        var reasons = StatusReasons();

        Assert.Equal(Enum.GetValues<SmsBulk.Status>().Length, reasons.Length);
        Assert.All(reasons, reason =>
        {
            var name = BulkNames.Of(BulkStateCodes.Of((SmsBulk.Status)Number(reason, "value")));
            Assert.Equal((Label(reason, 1033), Label(reason, 1065)), (name.English, name.Persian));
        });
    }

    private static int Number(XElement reason, string name) => int.Parse(reason.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string Label(XElement reason, int language) =>
        reason.Descendants("label").Single(label => Number(label, "languagecode") == language).Attribute("description")!.Value;

    private static XElement[] StatusReasons()
    {
        using var zip = new ZipArchive(new MemoryStream(ShippedSolution.Zip));
        using var stream = zip.GetEntry("customizations.xml")!.Open();
        return [.. XDocument.Load(stream).Descendants("entity")
            .Single(table => string.Equals((string?)table.Attribute("Name"), "smsys_SmsBulk", StringComparison.Ordinal))
            .Descendants("status").Where(status => status.Attribute("state") is not null)];
    }
}

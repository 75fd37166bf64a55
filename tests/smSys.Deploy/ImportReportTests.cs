using smSys.Deploy.Importing;

namespace smSys.Deploy.Tests;

public class ImportReportTests
{
    [Fact]
    public void Failures_and_warnings_are_listed_with_their_component()
    {
        const string Data = """
            <importexportxml>
              <entities>
                <entity id="smsys_sms" LocalizedName="SMS"><result result="success" errorcode="0" errortext="" /></entity>
                <entity id="smsys_smsbulk" LocalizedName="SMS Bulk"><result result="failure" errorcode="0x80044355" errortext="A column is missing." /></entity>
              </entities>
              <languages><language id="1065"><result result="warning" errorcode="0x80043B08" errortext="Language 1065 is not provisioned." /></language></languages>
            </importexportxml>
            """;

        var report = ImportReport.Read(Data);

        Assert.Equal("entity SMS Bulk: A column is missing. (0x80044355)", Assert.Single(report.Failures));
        Assert.Equal("language 1065: Language 1065 is not provisioned. (0x80043B08)", Assert.Single(report.Warnings));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<importexportxml>")]
    public void A_report_that_is_not_there_yet_has_nothing_in_it(string? data)
    {
        var report = ImportReport.Read(data);

        Assert.Empty(report.Failures);
        Assert.Empty(report.Warnings);
    }
}

using System.Reflection;
using System.Xml.Linq;
using smSys.Server.HeartBeats;

namespace smSys.Server.Tests.WebApi;

/// <summary>The server cannot see the generated tables; its few names are held against the solution's source.</summary>
public class CrmNamesTests
{
    private static readonly Type _names = typeof(HeartBeat).Assembly.GetType("smSys.Server.WebApi.CrmNames")!;
    private static readonly XDocument _process = Load("smsys_SmsProcess.xml");
    private static readonly XDocument _setting = Load("smsys_SmsSetting.xml");

    [Theory]
    [InlineData("Name")]
    [InlineData("ProcessKind")]
    [InlineData("NextRunOn")]
    [InlineData("RequestedOn")]
    [InlineData("LastRunOn")]
    [InlineData("LeaseUntil")]
    [InlineData("LastBeatOn")]
    [InlineData("Input")]
    [InlineData("ProcessId")]
    public void The_process_has_the_column(string name) => Assert.Contains(Value<string>(name), Columns(_process));

    [Theory]
    [InlineData("LastBeatOn")]
    [InlineData("SettingId")]
    public void The_setting_has_the_column(string name) => Assert.Contains(Value<string>(name), Columns(_setting));

    [Fact]
    public void Sets_are_named_as_in_the_solution()
    {
        Assert.Equal(_process.Descendants("EntitySetName").Single().Value, Value<string>("ProcessSet"));
        Assert.Equal(_setting.Descendants("EntitySetName").Single().Value, Value<string>("SettingSet"));
        Assert.Contains(Value<string>("SettingLookup"), _process.Descendants("attribute").Select(column => (string?)column.Attribute("PhysicalName")));
    }

    [Theory]
    [InlineData("HeartBeatKind", "Heart beat")]
    [InlineData("ReceiveKind", "Receive")]
    [InlineData("TrackKind", "Track")]
    public void Kinds_have_the_values_of_the_option_set(string name, string label)
    {
        var option = Load("smsys_processkind.xml").Descendants("option").Single(option =>
            option.Descendants("label").Any(text => (string?)text.Attribute("description") == label));

        Assert.Equal((string?)option.Attribute("value"), Value<int>(name).ToString());
    }

    [Theory]
    [InlineData("Waiting", "Waiting")]
    [InlineData("Running", "Running")]
    public void States_have_the_values_of_the_table(string name, string label)
    {
        var status = _process.Descendants("status").Single(status =>
            status.Descendants("label").Any(text => (string?)text.Attribute("description") == label));

        Assert.Equal((string?)status.Attribute("value"), Value<int>(name).ToString());
        Assert.Equal("0", (string?)status.Attribute("state"));
    }

    [Fact]
    public void The_input_column_is_as_long_as_the_server_believes()
    {
        var column = _process.Descendants("attribute").Single(column => column.Element("LogicalName")?.Value == Value<string>("Input"));

        Assert.True(int.Parse(column.Element("MaxLength")!.Value) >= Value<int>("InputLength"));
    }

    private static T Value<T>(string name) => (T)_names.GetField(name, BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!;

    private static IEnumerable<string> Columns(XDocument table) => table.Descendants("attribute").Select(column => column.Element("LogicalName")?.Value ?? string.Empty);

    private static XDocument Load(string file) => XDocument.Load(Path.Combine(AppContext.BaseDirectory, "solution", file));
}

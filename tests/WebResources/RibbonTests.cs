using System.Globalization;
using System.Xml.Linq;
using House;
using smSys.Crm.Bulk;
using smSys.Crm.Messages;
using smSys.Messaging.Bulk;
using smSys.Messaging.Messages;

namespace WebResources;

/// <summary>The ribbon offers a command exactly where the server lets people make its move.</summary>
public class RibbonTests
{
    [Theory]
    [InlineData("send", new[] { MessageState.Queued }, new[] { MessageState.Draft })]
    [InlineData("retry", new[] { MessageState.Queued }, new[] { MessageState.Failed, MessageState.RetryScheduled })]
    [InlineData("cancel", new[] { MessageState.Cancelled }, new[] { MessageState.Draft, MessageState.Queued, MessageState.RetryScheduled })]
    [InlineData("takeassent", new[] { MessageState.SentWithoutReceipt }, new[] { MessageState.Unknown })]
    [InlineData("sendagain", new[] { MessageState.Queued }, new[] { MessageState.Unknown })]
    public void A_command_of_SMS_is_offered_in_its_states(string command, MessageState[] to, MessageState[] expected)
    {
        Assert.Equal(expected.Select(state => (int)StateCodes.Of(state)).Order(), Offered("smsys_Sms", command));
        Assert.All(expected, from => Assert.True(StateRules.Allows(from, to[0], Movers.People), from.ToString()));
    }

    [Fact]
    public void Every_state_from_which_people_may_queue_or_cancel_has_its_command()
    {
        string[] queueing = ["send", "retry", "sendagain"];

        var offered = queueing.SelectMany(command => Offered("smsys_Sms", command)).Order();

        Assert.Equal(StateRules.Sources(MessageState.Queued, Movers.People).Select(state => (int)StateCodes.Of(state)).Order(), offered);
        Assert.Equal(StateRules.Sources(MessageState.Cancelled, Movers.People).Select(state => (int)StateCodes.Of(state)).Order(), Offered("smsys_Sms", "cancel"));
    }

    [Theory]
    [InlineData("dryrun", BulkState.DryRunning)]
    [InlineData("pause", BulkState.Paused)]
    [InlineData("cancel", BulkState.Cancelled)]
    public void A_command_of_SMS_Bulk_is_offered_where_people_may_make_its_move(string command, BulkState to)
    {
        var allowed = Enum.GetValues<BulkState>().Where(from => from != to && BulkStateRules.Allows(from, to, Movers.People));

        Assert.Equal(allowed.Select(state => (int)BulkStateCodes.Of(state)).Order(), Offered("smsys_SmsBulk", command));
    }

    [Fact]
    public void Start_is_Ready_or_the_approval_and_resume_is_the_way_back_from_a_pause()
    {
        var starting = Enum.GetValues<BulkState>().Where(from => from != BulkState.Ready && BulkStateRules.Allows(from, BulkState.Ready, Movers.People)).Append(BulkState.AwaitingApproval);

        Assert.Equal(starting.Select(state => (int)BulkStateCodes.Of(state)).Order(), Offered("smsys_SmsBulk", "start"));
        Assert.True(BulkStateRules.Allows(BulkState.AwaitingApproval, BulkState.Running, Movers.People));
        Assert.Equal([(int)BulkStateCodes.Of(BulkState.Paused)], Offered("smsys_SmsBulk", "resume"));
        Assert.True(BulkStateRules.Allows(BulkState.Paused, BulkState.Running, Movers.People));
    }

    [Fact]
    public void Forms_and_grids_offer_the_same_states()
    {
        foreach (var ribbon in Repository.Files("solution/Entities", "RibbonDiff.xml"))
        {
            var rules = Rules(XElement.Load(Repository.PathOf(ribbon)));
            Assert.All(rules.GroupBy(rule => rule.Id.Replace(".Form.", ".").Replace(".Grid.", ".")), pair => Assert.Single(pair.Select(rule => rule.States).Distinct()));
        }
    }

    private static IEnumerable<int> Offered(string table, string command) =>
        Rules(XElement.Load(Repository.PathOf($"solution/Entities/{table}/RibbonDiff.xml")))
            .Single(rule => rule.Id == $"smsys.{table.ToLowerInvariant()}.{command}.Form.State").States
            .Split(',').Select(state => int.Parse(state, CultureInfo.InvariantCulture)).Order();

    private static List<(string Id, string States)> Rules(XElement ribbon) =>
        [.. ribbon.Descendants("EnableRule").Where(rule => rule.Element("CustomRule")?.Attribute("FunctionName")?.Value == "smSys.rules.inState")
            .Select(rule => (rule.Attribute("Id")!.Value, rule.Element("CustomRule")!.Element("StringParameter")!.Attribute("Value")!.Value))];
}

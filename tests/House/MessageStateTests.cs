using System.Globalization;
using System.Xml.Linq;
using smSys.Messaging.Messages;

namespace House;

/// <summary>The table of legal moves and the option set of the solution name the same states, both ways.</summary>
public class MessageStateTests
{
    [Fact]
    public void Every_status_reason_but_the_platforms_own_Scheduled_is_a_state_and_every_state_is_one()
    {
        var reasons = Reasons().Select(r => r.Name).Where(n => n != "Scheduled").Order(StringComparer.Ordinal);
        var states = StateRules.States.Select(s => s.ToString()).Order(StringComparer.Ordinal);

        Assert.Equal(states, reasons);
    }

    [Fact]
    public void Every_state_stands_under_the_same_parent()
    {
        string[] parents = ["Open", "Completed", "Canceled"];
        var wrong = from reason in Reasons()
                    where reason.Name != "Scheduled"
                    let parent = StateRules.ParentOf(Enum.Parse<MessageState>(reason.Name)).ToString().Replace("Cancelled", "Canceled", StringComparison.Ordinal)
                    where parent != parents[reason.State]
                    select $"{reason.Name}: {parent}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_default_reason_of_each_parent_is_the_one_the_rules_expect()
    {
        var byValue = Reasons().ToDictionary(r => r.Value, r => r.Name);
        var defaults = from state in Sms().Descendants("state")
                       where state.Attribute("invariantname")!.Value != "Scheduled"
                       select byValue[int.Parse(state.Attribute("defaultstatus")!.Value, CultureInfo.InvariantCulture)];

        Assert.Equal(["Draft", "Handled", "Cancelled"], defaults);
    }

    private static XDocument Sms() => XDocument.Load(Repository.PathOf("solution/Entities/smsys_Sms/Entity.xml"));

    private static IEnumerable<Reason> Reasons() =>
        from status in Sms().Descendants("status")
        let label = status.Descendants("label").Single(l => l.Attribute("languagecode")!.Value == "1033").Attribute("description")!.Value
        select new Reason(
            string.Concat(label.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
            int.Parse(status.Attribute("value")!.Value, CultureInfo.InvariantCulture),
            int.Parse(status.Attribute("state")!.Value, CultureInfo.InvariantCulture));

    private sealed record Reason(string Name, int Value, int State);
}

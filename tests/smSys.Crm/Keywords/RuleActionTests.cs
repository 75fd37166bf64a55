using Microsoft.Xrm.Sdk;
using smSys.Crm.Keywords;
using smSys.Crm.Tables;
using smSys.Messaging.Keywords;
using KeywordActionKind = smSys.Crm.Tables.KeywordActionKind;

namespace smSys.Crm.Tests.Keywords;

public class RuleActionTests
{
    [Fact]
    public void A_condition_names_a_place_and_one_or_more_words()
    {
        var condition = RuleAction.ConditionOf(" severity = حاد، فوری ");

        Assert.Equal("severity", condition!.Place);
        Assert.Equal(["حاد", "فوری"], condition.Words);
        Assert.Equal("", RuleAction.ConditionOf("فوری")!.Place);
        Assert.Null(RuleAction.ConditionOf("  "));
        Assert.Null(RuleAction.ConditionOf("severity ="));
    }

    [Fact]
    public void A_map_is_read_a_line_each_and_its_places_become_values()
    {
        var map = RuleAction.MapOf("title = مشکل {severity}\ndescription = {description*}\n\nno map");

        Assert.Equal([new ColumnText("title", "مشکل {{severity}}"), new ColumnText("description", "{{description}}")], map);
    }

    [Fact]
    public void A_route_without_a_target_is_read_and_says_so_when_it_is_carried_out()
    {
        var row = new SmsKeywordActionRow(Guid.NewGuid()) { Kind = KeywordActionKind.RouteToTeam };
        var team = new EntityReference("team", Guid.NewGuid());

        Assert.Null(RuleAction.Of(row)!.Target);
        row.TeamId = team;
        Assert.Equal(new RouteTarget(RouteTargetKind.Team, team.Id), RuleAction.Of(row)!.Target);
        Assert.Null(RuleAction.Of(new SmsKeywordActionRow(Guid.NewGuid())));
    }

    [Fact]
    public void Every_kind_that_can_be_chosen_is_read() =>
        Assert.All(Enum.GetValues<KeywordActionKind>(), kind => Assert.NotNull(RuleAction.Of(new SmsKeywordActionRow(Guid.NewGuid()) { Kind = kind })));
}

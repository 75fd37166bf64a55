using smSys.Deploy.Probing;

namespace smSys.Deploy.Tests;

public class ProbeTests
{
    private readonly MemoryOrganization _organization = new();
    private readonly StringWriter _output = new();

    [Fact]
    public void Every_belief_is_listed_once_with_a_sentence_and_a_source()
    {
        var classes = typeof(IBelief).Assembly.GetTypes().Count(type => type.IsClass && typeof(IBelief).IsAssignableFrom(type) && type.Namespace == typeof(BeliefList).Namespace + ".Beliefs");

        Assert.True(BeliefList.All.Count >= 25);
        Assert.Equal(classes, BeliefList.All.Select(belief => belief.GetType()).Distinct().Count());
        Assert.Equal(BeliefList.All.Count, BeliefList.All.Select(belief => belief.Sentence).Distinct().Count());
        Assert.All(BeliefList.All, belief => Assert.EndsWith(".", belief.Sentence, StringComparison.Ordinal));
        Assert.All(BeliefList.All, belief => Assert.NotEmpty(belief.Source));
    }

    [Fact]
    public void An_organisation_that_refuses_much_is_examined_to_the_end_and_left_clean()
    {
        var held = new ProbeRun(_organization, _output).Run(BeliefList.All);

        var text = _output.ToString();
        Assert.False(held);
        Assert.Contains("holds       A row gets the id that the Create asked for.", text, StringComparison.Ordinal);
        Assert.Contains("DIFFERS     A row can only be created in an open state.", text, StringComparison.Ordinal);
        Assert.Contains("cannot say  The organisation runs version 9.", text, StringComparison.Ordinal);
        Assert.Matches(@"\d+ hold, \d+ differ, \d+ could not be examined\.", text);
        Assert.Empty(_organization.Rows);
    }

    [Fact]
    public void Rows_are_removed_newest_first_and_what_stays_is_named()
    {
        _organization.Undeletable.Add("queue");
        var organization = new ProbedOrganization(_organization);
        organization.Create(organization.Contact());
        organization.Create(new("queue"));
        organization.Create(organization.Activity());

        var left = organization.CleanUp();

        Assert.Equal(["task", "contact"], _organization.Deleted);
        Assert.StartsWith("queue ", Assert.Single(left), StringComparison.Ordinal);
    }

    [Fact]
    public void A_belief_that_holds_everywhere_makes_the_probe_succeed()
    {
        var held = new ProbeRun(_organization, _output).Run([new AlwaysTrue()]);

        Assert.True(held);
        Assert.Contains("1 hold, 0 differ, 0 could not be examined.", _output.ToString(), StringComparison.Ordinal);
    }

    private sealed class AlwaysTrue : IBelief
    {
        public string Sentence => "Water is wet.";

        public string Source => "experience";

        public Finding Examine(ProbedOrganization organization) => Finding.Holds("seen");
    }
}

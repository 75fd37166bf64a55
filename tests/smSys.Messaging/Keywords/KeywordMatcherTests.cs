using CsCheck;
using smSys.Messaging.Keywords;
using smSys.Messaging.Templates;

namespace smSys.Messaging.Tests.Keywords;

public class KeywordMatcherTests
{
    private const string Line = "30001234";
    private static readonly Guid _support = new("8f1d4f1c-2f0e-4f6e-9c11-3f6a2a0f7d01");

    [Fact]
    public void The_brochures_example_becomes_a_case_for_the_support_team_and_a_reply()
    {
        var rule = Some.Rule(KeywordMatchKind.Pattern, "مشکل {severity} : {description*}") with
        {
            Actions =
            [
                Some.Action(KeywordActionKind.Reply, 3) with { Text = "درخواست شما با شماره {{ticketnumber}} ثبت شد." },
                Some.Action(KeywordActionKind.CreateCase, 1) with { Columns = [new("description", "{{description}}"), new("title", "مشکل {{severity}}")] },
                Some.Action(KeywordActionKind.Route, 2) with
                {
                    When = new PlaceCondition("severity", ["حاد", "فوری"]),
                    Target = new RouteTarget(RouteTargetKind.Team, _support),
                },
            ],
        };
        var matcher = new KeywordMatcher([Some.Rule(KeywordMatchKind.FirstWord, "مصرف"), rule]);

        var match = matcher.Match("مشكل حاد: ذخیره نشدن فرم‌های برنامه", Line)!;

        Assert.Same(rule, match.Rule);
        Assert.Equal("حاد", match.Find("severity"));
        Assert.Equal("ذخیره نشدن فرم‌های برنامه", match.Find("description"));
        Assert.Equal([KeywordActionKind.CreateCase, KeywordActionKind.Route, KeywordActionKind.Reply], match.Actions.Select(action => action.Kind));
        Assert.Equal("مشکل حاد", Render(match.Actions[0].Columns[1].Template, match.ToTemplateValues()));
        Assert.Equal(
            "درخواست شما با شماره CAS-1 ثبت شد.",
            Render(match.Actions[2].Text!, match.ToTemplateValues(new NamedValues().With("ticketnumber", "CAS-1"))));
        Assert.DoesNotContain(matcher.Match("مشکل عادی: کندی", Line)!.Actions, action => action.Kind == KeywordActionKind.Route);
    }

    [Fact]
    public void A_text_that_contains_confirm_registration_in_any_order_is_recognised()
    {
        var matcher = new KeywordMatcher([Some.Rule(KeywordMatchKind.ContainedWords, "تأیید ثبت‌نام")]);

        Assert.NotNull(matcher.Match("لطفا تایید ثبت‌نام من را بفرستید", Line));
        Assert.NotNull(matcher.Match("ثبت‌نام؛ تأیید؟", Line));
        Assert.Null(matcher.Match("تایید", Line));
    }

    [Fact]
    public void The_smallest_order_wins_and_among_equals_the_first()
    {
        var late = Some.Rule(KeywordMatchKind.FirstWord, "سلام", 20);
        var early = Some.Rule(KeywordMatchKind.ContainedWords, "دنیا", 10);
        var twin = Some.Rule(KeywordMatchKind.Pattern, "سلام {x*}", 10);

        Assert.Same(early, new KeywordMatcher([late, early, twin]).Match("سلام دنیا", Line)!.Rule);
        Assert.Same(twin, new KeywordMatcher([late, twin, early]).Match("سلام دنیا", Line)!.Rule);
        Assert.Same(late, new KeywordMatcher([late, early]).Match("سلام", Line)!.Rule);
    }

    [Fact]
    public void A_rule_of_a_line_serves_that_line_only()
    {
        var ours = Some.Rule(KeywordMatchKind.FirstWord, "سلام", 1) with { Line = "+98 3000 1234" };
        var all = Some.Rule(KeywordMatchKind.FirstWord, "سلام", 2);
        var matcher = new KeywordMatcher([ours, all]);

        Assert.Same(ours, matcher.Match("سلام", "30001234")!.Rule);
        Assert.Same(all, matcher.Match("سلام", "30009999")!.Rule);
    }

    [Fact]
    public void The_default_takes_what_nobody_takes_whatever_its_order()
    {
        var fallback = Some.Rule(KeywordMatchKind.Default, string.Empty, 1);
        var hello = Some.Rule(KeywordMatchKind.FirstWord, "سلام، درود", 2);
        var matcher = new KeywordMatcher([fallback, hello]);

        Assert.Same(hello, matcher.Match("درود بر شما", Line)!.Rule);
        Assert.Same(fallback, matcher.Match("...", Line)!.Rule);
        Assert.Null(new KeywordMatcher([hello]).Match("خداحافظ", Line));
    }

    [Fact]
    public void A_bad_rule_is_named_and_the_others_go_on()
    {
        var bad = Some.Rule(KeywordMatchKind.Pattern, "{a*} {b}");
        var empty = Some.Rule(KeywordMatchKind.FirstWord, " ، ");
        var good = Some.Rule(KeywordMatchKind.FirstWord, "سلام");
        var matcher = new KeywordMatcher([bad, empty, good]);

        Assert.Equal([(bad, "keyword-rest-not-last"), (empty, "keyword-empty")], matcher.Problems.Select(problem => (problem.Rule, problem.Problem.Code)));
        Assert.Same(good, matcher.Match("سلام", Line)!.Rule);
    }

    [Fact]
    public void A_condition_without_a_place_looks_at_the_whole_text()
    {
        var rule = Some.Rule(KeywordMatchKind.FirstWord, "problem") with
        {
            Actions = [Some.Action(KeywordActionKind.Route, 1) with { When = new PlaceCondition(string.Empty, ["ACUTE"]) }],
        };
        var matcher = new KeywordMatcher([rule]);

        Assert.Single(matcher.Match("Problem, acute!", Line)!.Actions);
        Assert.Empty(matcher.Match("Problem, small", Line)!.Actions);
    }

    [Fact]
    public void Finds_the_same_rule_as_trying_all_one_after_the_other()
    {
        var word = Gen.OneOf("سلام", "درود", "مشکل", "حاد", "مصرف", "لغو", "x", "y");
        var text = word.Array[0, 6].Select(words => string.Join(" ", words));
        var kind = Gen.OneOf(KeywordMatchKind.FirstWord, KeywordMatchKind.ContainedWords, KeywordMatchKind.Pattern);
        var pattern = Gen.OneOf("سلام", "درود", "مشکل", "{a}", "{b}", "حاد").Array[1, 3].Select(pieces => string.Join(" ", pieces.Distinct()));
        var rule = Gen.Select(kind, pattern, Gen.Int[0, 3], Gen.OneOf("", "30001234", "2000"))
            .Select((k, p, order, line) => Some.Rule(k, k == KeywordMatchKind.Pattern ? p : p.Replace("{", string.Empty).Replace("}", string.Empty), order) with { Line = line });
        Gen.Select(rule.Array[0, 8], text).Sample((rules, incoming) =>
        {
            var winner = rules.OrderBy(r => r.Order).FirstOrDefault(r => new KeywordMatcher([r]).Match(incoming, Line) is not null);

            return new KeywordMatcher(rules).Match(incoming, Line)?.Rule == winner;
        });
    }

    [Fact]
    public void A_thousand_rules_and_ten_thousand_characters_are_answered()
    {
        var rules = Enumerable.Range(0, 1000).Select(i => Some.Rule(KeywordMatchKind.ContainedWords, "کلمه" + i + " پایان", i)).ToArray();
        var matcher = new KeywordMatcher(rules);
        var text = string.Concat(Enumerable.Repeat("متن بلند ", 1200)) + "کلمه999 پایان";

        Assert.Same(rules[999], matcher.Match(text, Line)!.Rule);
    }

    private static string Render(string source, ITemplateValues values) =>
        TemplateRenderer.Render(TemplateParser.Parse(source).Template!, values).Text;
}

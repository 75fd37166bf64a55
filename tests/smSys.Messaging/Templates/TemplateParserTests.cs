using CsCheck;
using smSys.Messaging.Templates;
using smSys.Messaging.Text;

namespace smSys.Messaging.Tests.Templates;

public class TemplateParserTests
{
    [Fact]
    public void A_text_without_braces_is_one_literal()
    {
        var template = Parse("سلام، وقت بخیر.");

        Assert.Equal(new LiteralNode(0, "سلام، وقت بخیر."), Assert.Single(template.Nodes));
        Assert.Empty(template.RequiredPaths);
    }

    [Fact]
    public void Values_keep_their_places()
    {
        var template = Parse("سلام {{firstname}} از {{ parentcustomerid.name }}.");

        Assert.Equal([0, 5, 18, 22, 49], template.Nodes.Select(node => node.Position));
        Assert.Equal(["firstname", "parentcustomerid.name"], template.RequiredPaths.Select(path => path.Text));
        Assert.Equal(["parentcustomerid", "name"], template.RequiredPaths[1].Segments.Select(segment => segment.Name));
    }

    [Theory]
    [InlineData("{{jobtitle | همکار گرامی}}")]
    [InlineData("{{jobtitle|همکار گرامی}}")]
    [InlineData("{{jobtitle | \"همکار گرامی\"}}")]
    [InlineData("{{jobtitle | «همکار گرامی»}}")]
    [InlineData("{{jobtitle | default \"همکار گرامی\"}}")]
    [InlineData("{{ JobTitle | DEFAULT “همکار گرامی” }}")]
    [InlineData("{{\u200Fjobtitle\u200F | همکار گرامی}}")]
    public void A_default_may_be_written_in_several_ways(string source)
    {
        var value = Assert.IsType<ValueNode>(Assert.Single(Parse(source).Nodes));

        var filter = Assert.Single(value.Filters);
        Assert.Equal("jobtitle", value.Path.Text);
        Assert.Equal("default", filter.Name);
        Assert.Equal(["همکار گرامی"], filter.Arguments);
    }

    [Fact]
    public void Filters_follow_one_another()
    {
        var value = Assert.IsType<ValueNode>(Assert.Single(Parse("{{expireson | date \"yyyy/MM/dd\" jalali | digits persian | نامعلوم}}").Nodes));

        Assert.Equal(["date", "digits", "default"], value.Filters.Select(filter => filter.Name));
        Assert.Equal(["yyyy/MM/dd", "jalali"], value.Filters[0].Arguments);
        Assert.Equal([14, 41, 58], value.Filters.Select(filter => filter.Position));
    }

    [Fact]
    public void A_rule_chooses_one_of_several_rows()
    {
        var path = Assert.Single(Parse("{{ contract( newest by ExpiresOn  where statecode = ۰ and title != \"آزمایشی\" ).expireson }}").RequiredPaths);

        Assert.Equal("contract(newest by expireson where statecode = \"0\" and title != \"آزمایشی\").expireson", path.Text);
        Assert.True(path.HasRule);
        Assert.True(path.Segments[0].Rule!.IsDescending);
        Assert.Equal(new RowFilter("statecode", TemplateComparison.Equal, "0"), path.Segments[0].Rule!.Where[0]);
    }

    [Fact]
    public void A_path_is_parted_at_its_first_rule()
    {
        var path = Parse("{{parentcustomerid.contract(newest by expireson via customerid where statecode = 2).ownerid.task(oldest by createdon).subject}}").RequiredPaths[0];

        Assert.Equal("parentcustomerid", path.Choice!.Before!.Text);
        Assert.Equal("customerid", path.Choice.Segment.Rule!.Via);
        Assert.Equal("parentcustomerid.contract(newest by expireson via customerid where statecode = \"2\")", path.Choice.Key);
        Assert.Equal("ownerid.task(oldest by createdon).subject", path.Choice.After.Text);
        Assert.Equal(path, Parse("{{" + path.Text + "}}").RequiredPaths[0]);
    }

    [Fact]
    public void The_same_path_is_required_once()
    {
        var template = Parse("{{a.b}}{{ A . B | x}}{{if a.b}}{{c}}{{else}}{{d}}{{end}}");

        Assert.Equal(["a.b", "c", "d"], template.RequiredPaths.Select(path => path.Text));
    }

    [Fact]
    public void Conditions_hold_their_branches()
    {
        var template = Parse("{{if debt > 1000}}بدهی {{debt}}{{if vip}}!{{end}}{{else}}ممنون{{end}}.");

        var condition = Assert.IsType<ConditionNode>(template.Nodes[0]);
        Assert.Equal(TemplateComparison.Greater, condition.Condition.Comparison);
        Assert.Equal("1000", condition.Condition.Operand);
        Assert.Equal(3, condition.Then.Count);
        Assert.Equal("ممنون", Assert.IsType<LiteralNode>(Assert.Single(condition.Otherwise)).Text);
    }

    [Theory]
    [InlineData("\\{{firstname\\}}", "{{firstname}}")]
    [InlineData("\\{name\\}", "{name}")]
    [InlineData("{", "{")]
    [InlineData("a } b { c", "a } b { c")]
    [InlineData("a \\ b", "a \\ b")]
    [InlineData("{ not a name }", "{ not a name }")]
    public void Braces_can_be_written_as_themselves(string source, string text)
    {
        Assert.Equal(text, Assert.IsType<LiteralNode>(Assert.Single(Parse(source).Nodes)).Text);
    }

    [Theory]
    [InlineData("سلام {{firstname", TemplateProblemKind.Unclosed, 5)]
    [InlineData("{{firstname و {{lastname}}", TemplateProblemKind.Unclosed, 0)]
    [InlineData("firstname}} سلام", TemplateProblemKind.StrayClose, 9)]
    [InlineData("سلام {firstname}", TemplateProblemKind.SingleBrace, 5)]
    [InlineData("سلام {firstname}}", TemplateProblemKind.SingleBrace, 5)]
    [InlineData("{{}}", TemplateProblemKind.Empty, 2)]
    [InlineData("{{ | x}}", TemplateProblemKind.Name, 3)]
    [InlineData("{{نام}}", TemplateProblemKind.Name, 2)]
    [InlineData("{{a.}}", TemplateProblemKind.Name, 4)]
    [InlineData("{{a..b}}", TemplateProblemKind.Name, 4)]
    [InlineData("{{first name}}", TemplateProblemKind.Unexpected, 8)]
    [InlineData("{{a; drop}}", TemplateProblemKind.Unexpected, 3)]
    [InlineData("{{a | \"x}}", TemplateProblemKind.Quote, 6)]
    [InlineData("{{a | defualt \"x\"}}", TemplateProblemKind.Filter, 6)]
    [InlineData("{{a | date \"yyyy\" lunar}}", TemplateProblemKind.FilterArguments, 6)]
    [InlineData("{{a | digits}}", TemplateProblemKind.FilterArguments, 6)]
    [InlineData("{{a | number \"N999999999\"}}", TemplateProblemKind.FilterArguments, 6)]
    [InlineData("{{a(latest by b).c}}", TemplateProblemKind.Rule, 4)]
    [InlineData("{{a(newest b).c}}", TemplateProblemKind.Rule, 4)]
    [InlineData("{{a(newest by b.c}}", TemplateProblemKind.Rule, 15)]
    [InlineData("{{a(newest by b)}}", TemplateProblemKind.Name, 16)]
    [InlineData("{{a(newest by b where c = ).d}}", TemplateProblemKind.Comparison, 26)]
    [InlineData("{{if a >}}x{{end}}", TemplateProblemKind.Comparison, 8)]
    [InlineData("{{if a b}}x{{end}}", TemplateProblemKind.Unexpected, 7)]
    [InlineData("{{if}}x{{end}}", TemplateProblemKind.Empty, 4)]
    [InlineData("x{{end}}", TemplateProblemKind.WithoutIf, 1)]
    [InlineData("{{else}}", TemplateProblemKind.WithoutIf, 0)]
    [InlineData("{{if a}}{{else}}{{else}}{{end}}", TemplateProblemKind.WithoutIf, 16)]
    [InlineData("{{if a}}x", TemplateProblemKind.IfUnclosed, 0)]
    [InlineData("{{a.b.c.d.e.f.g.h.i}}", TemplateProblemKind.TooDeep, 19)]
    public void A_bad_template_is_refused_with_its_place(string source, TemplateProblemKind kind, int position)
    {
        var parse = TemplateParser.Parse(source);

        Assert.Null(parse.Template);
        Assert.Equal((kind, position), (parse.Problems[0].Kind, parse.Problems[0].Position));
    }

    [Fact]
    public void Several_problems_are_listed_at_once_and_the_rest_is_read_on()
    {
        var parse = TemplateParser.Parse("{{نام}} {{if x = }}a{{else}}b{{end}} {{firstname}} {lastname}");

        Assert.Equal(
            [TemplateProblemKind.Name, TemplateProblemKind.Comparison, TemplateProblemKind.SingleBrace],
            parse.Problems.Select(problem => problem.Kind));
    }

    [Fact]
    public void Suggests_what_was_probably_meant()
    {
        Assert.Equal("default", TemplateParser.Parse("{{a | defualt \"x\"}}").Problems[0].Suggestion);
        Assert.Equal("{{firstname}}", TemplateParser.Parse("{firstname}").Problems[0].Suggestion);
        Assert.Equal("firstname", NearestName.Find("fristname", ["lastname", "firstname", "fullname"]));
        Assert.Equal("mobilephone", NearestName.Find("mobilphone", ["telephone1", "mobilephone"]));
        Assert.Null(NearestName.Find("xyz", ["firstname", "lastname"]));
    }

    [Fact]
    public void Every_problem_has_a_code_and_words_in_both_languages()
    {
        var problems = Enum.GetValues<TemplateProblemKind>().Select(kind => new TemplateProblem(kind, 4, 2, "x", "y")).ToArray();

        Assert.Equal(problems.Length, problems.Select(problem => problem.Code).Distinct().Count());
        Assert.All(problems, problem => Assert.StartsWith("Place 5: ", TemplateProblemText.For(problem, Language.English)));
        Assert.All(problems, problem => Assert.Matches("^جای 5: .*[آ-ی].* شاید: y$", TemplateProblemText.For(problem, Language.Persian)));
    }

    [Fact]
    public void Nesting_has_an_end()
    {
        var deep = string.Concat(Enumerable.Repeat("{{if a}}", 5000)) + string.Concat(Enumerable.Repeat("{{end}}", 5000));

        Assert.Contains(TemplateParser.Parse(deep).Problems, problem => problem.Kind == TemplateProblemKind.TooDeep);
    }

    [Fact]
    public void Whatever_is_written_gives_a_template_or_problems_inside_the_source()
    {
        var pieces = Gen.OneOf("{{", "}}", "{", "}", "|", "\"", "a", "firstname", ".", "(", ")", "newest by ", "if ", "else", "end", "\\", " ", "=", "«", "»", "۵", "سلام", "where ", "date ");
        pieces.Array[0, 30].Select(string.Concat).Sample(source =>
        {
            var parse = TemplateParser.Parse(source);

            return parse.IsValid == (parse.Problems.Count == 0)
                && parse.Problems.All(problem => problem.Position >= 0 && problem.Position <= source.Length);
        });
    }

    [Fact]
    public void Canonical_paths_read_back_the_same()
    {
        var path = Parse("{{contract(oldest by createdon where title = \"a \\\"b\\\"\").expireson}}").RequiredPaths[0];

        Assert.Equal(path, Parse("{{" + path.Text + "}}").RequiredPaths[0]);
    }

    private static Template Parse(string source)
    {
        var parse = TemplateParser.Parse(source);

        Assert.True(parse.IsValid, string.Join(" ", parse.Problems));
        return parse.Template!;
    }
}

using smSys.Crm.Keywords;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Keywords;
using smSys.Messaging.Text;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Keywords;

/// <summary>
/// Refuses a rule that could never match, with the place of the mistake; and answers <i>text to test</i>: the words, the rules
/// that win and what they would do, with the rule as it is about to be saved.
/// </summary>
[Step("Create", SmsKeyword.LogicalName, Stage.PreOperation)]
[Step("Update", SmsKeyword.LogicalName, Stage.PreOperation,
    Filters =
    [
        SmsKeyword.Columns.Pattern, SmsKeyword.Columns.Match, SmsKeyword.Columns.IsDefault, SmsKeyword.Columns.NumberId,
        SmsKeyword.Columns.Order, SmsKeyword.Columns.StopHere, SmsKeyword.Columns.TestText,
    ],
    Before =
    [
        SmsKeyword.Columns.Name, SmsKeyword.Columns.Pattern, SmsKeyword.Columns.Match, SmsKeyword.Columns.IsDefault,
        SmsKeyword.Columns.NumberId, SmsKeyword.Columns.Order, SmsKeyword.Columns.StopHere, SmsKeyword.Columns.TestText,
    ])]
public sealed class KeywordSaving : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var target = new SmsKeywordRow(services.Target);
        var whole = new SmsKeywordRow(services.Before);
        whole.Record.Id = services.Context.PrimaryEntityId;
        foreach (var column in services.Target.Attributes)
        {
            whole.Record[column.Key] = column.Value;
        }

        var trial = new TextTrial(new Composition(services));
        var separators = trial.SeparatorsOf(whole.NumberId);
        var rule = new RuleReader(services.System).Of(whole);
        if (new KeywordMatcher([rule], separators).Problems is { Count: > 0 } problems)
        {
            var problem = problems[0].Problem;
            throw new RefusalException(problem.Code, new Sentence(problem.Sentence(Language.English), problem.Sentence(Language.Persian)));
        }

        if (whole.TestText is { } text && text.Trim().Length > 0)
        {
            target.TestResult = trial.Describe(text, whole.NumberId, rule);
        }
        else if (services.Target.Contains(SmsKeyword.Columns.TestText))
        {
            target.TestResult = null;
        }

        if (services.Target.Contains(SmsKeyword.Columns.Pattern) && !services.Target.Contains(SmsKeyword.Columns.Problem))
        {
            target.Problem = null;
        }
    }
}

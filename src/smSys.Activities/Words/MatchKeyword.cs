using System.Activities;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Crm.Keywords;
using smSys.Crm.Lines;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Keywords;

namespace smSys.Activities.Words;

/// <summary>Match keyword: which rule would win for a text on a line, and what its places hold. Nothing is carried out.</summary>
public sealed class MatchKeyword : WorkflowStep
{
    /// <summary>What a customer wrote.</summary>
    [RequiredArgument]
    [Input("Text")]
    public InArgument<string> Message { get; set; } = null!;

    /// <summary>The line it came in on; empty: the rules for all lines.</summary>
    [Input("Line")]
    [ReferenceTarget("smsys_smsnumber")]
    public InArgument<EntityReference> Line { get; set; } = null!;

    /// <summary>The name of the place whose value is wanted, as in the rule's pattern.</summary>
    [Input("Name of a place")]
    public InArgument<string> Place { get; set; } = null!;

    /// <summary>A rule fits.</summary>
    [Output("Found a keyword")]
    public OutArgument<bool> Found { get; set; } = null!;

    /// <summary>The rule.</summary>
    [Output("Keyword")]
    [ReferenceTarget("smsys_smskeyword")]
    public OutArgument<EntityReference> Keyword { get; set; } = null!;

    /// <summary>What the place asked for holds; empty when there is none.</summary>
    [Output("Value of the place")]
    public OutArgument<string> Value { get; set; } = null!;

    /// <summary>All places, one a line: name = value.</summary>
    [Output("All values")]
    public OutArgument<string> All { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var line = Line.Get(run.Activity) is { } named ? new LineReader(run.System).Read(named.Id) : null;
        var settings = new SettingReader(run.System);
        var setting = line?.SettingId is { } id ? settings.Read(id.Id) : settings.ReadDefault();
        var separators = SettingSeparators.Of(setting);
        var matcher = new KeywordMatcher(new RuleReader(run.System).Read(line?.Id), separators);
        var match = matcher.Match(Message.Get(run.Activity) ?? string.Empty, line?.Line ?? string.Empty);

        Found.Set(run.Activity, match is not null);
        Keyword.Set(run.Activity, match is null ? null! : new EntityReference(SmsKeyword.LogicalName, match.Rule.Id));
        Value.Set(run.Activity, match?.Find(Place.Get(run.Activity) ?? string.Empty) ?? string.Empty);
        All.Set(run.Activity, string.Join("\n", (match?.Values ?? []).Select(value => value.Name + " = " + value.Text)));
    }
}

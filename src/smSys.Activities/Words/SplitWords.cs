using System.Activities;
using System.Linq;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Messaging.Keywords;

namespace smSys.Activities.Words;

/// <summary>Split words: parts a text at the separators chosen and gives one word, the rest behind it, and how many there are.</summary>
public sealed class SplitWords : WorkflowStep
{
    /// <summary>The text.</summary>
    [RequiredArgument]
    [Input("Text")]
    public InArgument<string> Message { get; set; } = null!;

    /// <summary>As in SMS Setting: the characters themselves, or space, tab, zwnj; empty: the usual ones.</summary>
    [Input("Separators")]
    public InArgument<string> Separators { get; set; } = null!;

    /// <summary>Between two signs with nothing but white space between them stands an empty word.</summary>
    [Input("Keep empty words")]
    [Default("False")]
    public InArgument<bool> KeepEmpty { get; set; } = null!;

    /// <summary>From 1.</summary>
    [Input("Which word")]
    [Default("1")]
    public InArgument<int> Index { get; set; } = null!;

    /// <summary>The word as the sender wrote it; empty when there is none at that place.</summary>
    [Output("Word")]
    public OutArgument<string> Word { get; set; } = null!;

    /// <summary>Everything behind the word.</summary>
    [Output("Rest")]
    public OutArgument<string> Rest { get; set; } = null!;

    /// <summary>All words, one a line.</summary>
    [Output("All words")]
    public OutArgument<string> All { get; set; } = null!;

    /// <summary>How many.</summary>
    [Output("Number of words")]
    public OutArgument<int> Count { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var text = WordSplitter.Split(
            Message.Get(run.Activity) ?? string.Empty, SeparatorSet.Parse(Separators.Get(run.Activity), KeepEmpty.Get(run.Activity)));
        var at = Index.Get(run.Activity) - 1;
        var exists = at >= 0 && at < text.Words.Count;
        Word.Set(run.Activity, exists ? text.Original(text.Words[at]) : string.Empty);
        Rest.Set(run.Activity, exists ? text.From(at + 1) : string.Empty);
        All.Set(run.Activity, string.Join("\n", text.Words.Select(text.Original)));
        Count.Set(run.Activity, text.Words.Count);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Cases;
using smSys.Crm.Metadata;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Templates;
using smSys.Plugins.Messages;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>
/// Renders the texts of actions: the places of the pattern by their names, the case that was opened as <c>case.</c>column, and
/// everything else of the sender's record.
/// </summary>
public static class ActionText
{
    /// <summary>What an action collected stands under this name.</summary>
    public const string ReportRoot = "report.";

    private const string CaseRoot = "case.";

    /// <summary>Renders a template's row.</summary>
    /// <exception cref="smSys.Crm.Sentences.RefusalException">It has a problem, or a value is missing.</exception>
    public static string Render(SmsTemplateRow template, ActionScene scene) =>
        MessageText.Render(scene.Composition.Services.System, template, scene.Sender, Values(template.Text ?? string.Empty, scene));

    /// <summary>Renders a short text of an action; what is missing stays empty.</summary>
    public static string Render(string source, ActionScene scene) => MessageText.Render(
        scene.Composition.Services.System,
        new SmsTemplateRow { Text = source, MissingValuePolicy = Crm.Tables.MissingValuePolicy.SendAnyway },
        scene.Sender,
        Values(source, scene),
        mayBeEmpty: true);

    private static NamedValues Values(string source, ActionScene scene)
    {
        var values = scene.Match.ToTemplateValues(scene.Collected).With("text", scene.Message.Text);
        if (MessageText.AsksForReplyLine(MessageText.Parse(source)))
        {
            values.With(TemplateTexts.ReplyLine, scene.Composition.Lines.Read((scene.Line.ReplyNumberId ?? scene.Line.Reference).Id)?.Line);
        }

        var paths = MessageText.Parse(source).RequiredPaths;
        if (scene.Collected is null && paths.Any(path => path.Text.StartsWith(ReportRoot, StringComparison.Ordinal)))
        {
            // An answer with holes where the figures belong would be worse than none.
            throw new RefusalException(
                "report-missing",
                "No answer was made, because the rows it speaks of were not collected.",
                "پاسخی ساخته نشد، چون ردیف‌هایی که در آن می‌آید گردآوری نشد.");
        }

        var columns = paths
            .Where(path => path.Text.StartsWith(CaseRoot, StringComparison.Ordinal) && path.Segments.Count == 2)
            .Select(path => path.Segments[1].Name)
            .ToArray();
        if (scene.Case is { } opened && columns.Length > 0
            && scene.Composition.Services.System.Find(CaseActions.Table, "incidentid", opened.Id, columns) is { } row)
        {
            Add(values, row, columns, new ValueReader(new TableShapes(scene.Composition.Services.System)));
        }

        return values;
    }

    private static void Add(NamedValues values, Entity row, IEnumerable<string> columns, ValueReader reader)
    {
        foreach (var column in columns)
        {
            if (reader.Read(row, column) is { } value)
            {
                values.With(CaseRoot + column, value.Raw, value.Formatted);
            }
        }
    }
}

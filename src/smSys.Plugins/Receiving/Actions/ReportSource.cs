using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Sentences;
using smSys.Messaging.Keywords;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>
/// Where the rows of a report come from, as the column map of an action says, one a line: <c>table = new_usage</c>,
/// <c>sender = new_customerid</c> (the lookup to whoever wrote), <c>date = new_usedon</c>, <c>row = {{new_usedon | date}}: {{new_volume}}</c>
/// (the text of a row, optional), and any number of <c>name = sum new_volume</c>.
/// </summary>
public sealed class ReportSource
{
    private ReportSource(string table, string sender, string date, string? row, IReadOnlyList<ReportSum> sums)
    {
        Table = table;
        Sender = sender;
        Date = date;
        Row = row;
        Sums = sums;
    }

    /// <summary>Logical name.</summary>
    public string Table { get; }

    /// <summary>The lookup column.</summary>
    public string Sender { get; }

    /// <summary>The date column.</summary>
    public string Date { get; }

    /// <summary>The template of a row's text.</summary>
    public string? Row { get; }

    /// <summary>What is added up.</summary>
    public IReadOnlyList<ReportSum> Sums { get; }

    /// <summary>Reads the map.</summary>
    /// <exception cref="RefusalException">Table, sender or date is missing.</exception>
    public static ReportSource Of(KeywordAction action)
    {
        string? table = null, sender = null, date = null, row = null;
        var sums = new List<ReportSum>();
        foreach (var line in action.Columns)
        {
            var name = line.Column.ToLowerInvariant();
            var words = line.Template.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries);
            switch (name)
            {
                case "table":
                    table = line.Template.ToLowerInvariant();
                    break;
                case "sender":
                    sender = line.Template.ToLowerInvariant();
                    break;
                case "date":
                    date = line.Template.ToLowerInvariant();
                    break;
                case "row":
                    row = line.Template;
                    break;
                default:
                    if (words.Length != 2 || words[0] != "sum")
                    {
                        throw Wrong(line.Column);
                    }

                    sums.Add(new ReportSum(name, words[1].ToLowerInvariant()));
                    break;
            }
        }

        return new ReportSource(table ?? throw Wrong("table"), sender ?? throw Wrong("sender"), date ?? throw Wrong("date"), row, sums);
    }

    private static RefusalException Wrong(string name) => new(
        "report-source",
        "The keyword's action does not say properly what \"" + name + "\" is; it needs table = …, sender = …, date = …, and sums as name = sum column.",
        "در اقدام کلیدواژه «" + name + "» درست نوشته نشده؛ table و sender و date لازم است و جمع‌ها به شکل name = sum column.");
}

/// <summary>A column that is added up.</summary>
/// <param name="Name">Under which it stands in texts: <c>{{report.name}}</c>.</param>
/// <param name="Column">Logical name.</param>
public sealed record ReportSum(string Name, string Column);

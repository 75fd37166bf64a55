using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Metadata;
using smSys.Crm.Sentences;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Keywords;
using smSys.Messaging.Periods;
using smSys.Messaging.Templates;
using smSys.Plugins.Messages;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>
/// Collects the sender's rows of a table in the period that the text names (the place <c>period</c>, else this month), for the
/// texts of the actions that follow: <c>{{report.from}}</c>, <c>{{report.until}}</c>, <c>{{report.count}}</c>,
/// <c>{{report.rows}}</c> and the sums by their names.
/// </summary>
public static class RowsAction
{
    private const int PageSize = 5000;
    private const int MostRows = 50000;
    private const int MostLines = 60;
    private const string PeriodPlace = "period";

    /// <summary>Collects.</summary>
    /// <exception cref="RefusalException">Nobody knows who wrote, or the action does not say what to collect.</exception>
    public static void Run(KeywordAction action, ActionScene scene)
    {
        var source = ReportSource.Of(action);
        if (scene.Sender is not { } sender)
        {
            throw new RefusalException(
                "report-sender",
                "Nothing was collected, because nobody knows who wrote.",
                "چیزی گردآوری نشد، چون فرستنده شناخته نیست.");
        }

        var now = scene.Composition.Services.Clock();
        var period = PeriodReader.Read(scene.Match.Find(PeriodPlace), now + CalendarDay.Tehran);
        if (!period.IsUnderstood)
        {
            scene.Notes.Add(new Sentence("The period was not understood; this month was taken.", "بازه زمانی فهمیده نشد؛ ماه جاری در نظر گرفته شد."));
        }

        scene.Collected = Collect(scene.Composition.Services.System, source, sender, period);
    }

    private static NamedValues Collect(IOrganizationService system, ReportSource source, EntityReference sender, Period period)
    {
        var shapes = new TableShapes(system);
        var template = source.Row is null ? null : MessageText.Parse(source.Row);
        var plan = TemplatePlan.Build(source.Table, template?.RequiredPaths ?? [], shapes);
        var query = plan.Query;
        Demand(shapes.Of(source.Table), source);
        query.Query.ColumnSet.AddColumns(source.Sums.Select(sum => sum.Column).Concat([source.Date]).Distinct().ToArray());
        query.Query.Criteria.AddCondition(source.Sender, ConditionOperator.Equal, sender.Id);
        query.Query.Criteria.AddCondition(source.Date, ConditionOperator.GreaterEqual, Utc(period.From));
        query.Query.Criteria.AddCondition(source.Date, ConditionOperator.LessThan, Utc(period.Until));
        query.Query.AddOrder(source.Date, OrderType.Ascending);

        var reader = new ValueReader(shapes);
        var lines = new List<string>();
        var sums = source.Sums.ToDictionary(sum => sum.Name, _ => 0m);
        var count = 0;
        foreach (var row in Rows(system, query.Query))
        {
            count++;
            foreach (var sum in source.Sums)
            {
                sums[sum.Name] += Number(row, sum.Column);
            }

            if (template is not null && lines.Count < MostLines)
            {
                lines.Add(TemplateRenderer.Render(template, RecordValues.Of(plan, row, reader), new RenderOptions { Missing = MissingValuePolicy.Send }).Text);
            }
            else if (template is not null && lines.Count == MostLines)
            {
                lines.Add("…");
            }
        }

        var values = new NamedValues()
            .With(ActionText.ReportRoot + "from", period.From)
            .With(ActionText.ReportRoot + "until", period.LastDay)
            .With(ActionText.ReportRoot + "count", count)
            .With(ActionText.ReportRoot + "rows", string.Join("\n", lines));
        foreach (var sum in sums)
        {
            values.With(ActionText.ReportRoot + sum.Key, sum.Value);
        }

        return values;
    }

    private static IEnumerable<Entity> Rows(IOrganizationService system, QueryExpression query)
    {
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = PageSize };
        for (var read = 0; read < MostRows; read += PageSize)
        {
            var page = system.RetrieveMultiple(query);
            foreach (var row in page.Entities)
            {
                yield return row;
            }

            if (!page.MoreRecords)
            {
                yield break;
            }

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }

        throw new RefusalException(
            "report-rows",
            "There are more rows than can be collected for an answer; a shorter period would do.",
            "ردیف‌ها بیش از آن است که برای پاسخ گردآوری شود؛ بازه کوتاه‌تری بخواهید.");
    }

    private static void Demand(TableShape shape, ReportSource source)
    {
        var missing = source.Sums.Select(sum => sum.Column).Concat([source.Sender, source.Date]).FirstOrDefault(column => !shape.Columns.ContainsKey(column));
        if (missing is not null)
        {
            throw new RefusalException(
                "column-name",
                "The table " + source.Table + " has no column " + missing + "; correct it in the keyword's action.",
                "جدول " + source.Table + " فیلد " + missing + " ندارد؛ آن را در اقدام کلیدواژه درست کنید.");
        }
    }

    private static decimal Number(Entity row, string column) => (row.Contains(column) ? row[column] : null) switch
    {
        Money money => money.Value,
        decimal number => number,
        int number => number,
        long number => number,
        double number => (decimal)number,
        _ => 0,
    };

    private static DateTime Utc(DateTime local) => DateTime.SpecifyKind(local - CalendarDay.Tehran, DateTimeKind.Utc);
}

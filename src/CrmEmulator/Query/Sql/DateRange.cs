using CrmEmulator.Faults;
using CrmEmulator.Operations;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Query.Sql;

/// <summary>The span of time an operator means, from (inclusive) to (exclusive), in UTC; days begin at the user's midnight, weeks on Sunday.</summary>
internal sealed record DateRange(DateTime? From, DateTime? To)
{
    public bool IsNegated { get; init; }

    /// <summary>Null when the operator is not about dates.</summary>
    public static DateRange? Of(ConditionOperator one, IReadOnlyList<object?> values, bool isDateOnly, OperationScope scope)
    {
        var offset = isDateOnly ? TimeSpan.Zero : scope.Organization.Options.UserTimeOffset;
        var now = scope.UtcNow;
        var today = (now + scope.Organization.Options.UserTimeOffset).Date;
        var week = today.AddDays(-(int)today.DayOfWeek);
        var month = new DateTime(today.Year, today.Month, 1);
        var year = new DateTime(today.Year, 1, 1);
        DateRange Days(DateTime from, DateTime to) => new(Utc(from - offset), Utc(to - offset));
        int X() => values.Count > 0 && ConditionValue.Number(values[0]) is { } number and > 0
            ? number
            : throw Fault.Argument($"The condition operator {one} needs a positive number.");
        DateTime Day() => values.Count > 0 && ConditionValue.Date(values[0], scope) is { } date
            ? (values[0] is string ? date + scope.Organization.Options.UserTimeOffset : isDateOnly ? date : date + offset).Date
            : throw Fault.Argument($"The condition operator {one} needs a date.");

        return one switch
        {
            ConditionOperator.On => Days(Day(), Day().AddDays(1)),
            ConditionOperator.NotOn => Days(Day(), Day().AddDays(1)) with { IsNegated = true },
            ConditionOperator.OnOrBefore => new DateRange(null, Utc(Day().AddDays(1) - offset)),
            ConditionOperator.OnOrAfter => new DateRange(Utc(Day() - offset), null),
            ConditionOperator.Yesterday => Days(today.AddDays(-1), today),
            ConditionOperator.Today => Days(today, today.AddDays(1)),
            ConditionOperator.Tomorrow => Days(today.AddDays(1), today.AddDays(2)),
            ConditionOperator.Last7Days => Days(today.AddDays(-7), today.AddDays(1)),
            ConditionOperator.Next7Days => Days(today, today.AddDays(8)),
            ConditionOperator.LastWeek => Days(week.AddDays(-7), week),
            ConditionOperator.ThisWeek => Days(week, week.AddDays(7)),
            ConditionOperator.NextWeek => Days(week.AddDays(7), week.AddDays(14)),
            ConditionOperator.LastMonth => Days(month.AddMonths(-1), month),
            ConditionOperator.ThisMonth => Days(month, month.AddMonths(1)),
            ConditionOperator.NextMonth => Days(month.AddMonths(1), month.AddMonths(2)),
            ConditionOperator.LastYear => Days(year.AddYears(-1), year),
            ConditionOperator.ThisYear => Days(year, year.AddYears(1)),
            ConditionOperator.NextYear => Days(year.AddYears(1), year.AddYears(2)),
            ConditionOperator.LastXHours => new DateRange(now.AddHours(-X()), now),
            ConditionOperator.NextXHours => new DateRange(now, now.AddHours(X())),
            ConditionOperator.LastXDays => new DateRange(Utc(today.AddDays(-X()) - offset), now),
            ConditionOperator.NextXDays => new DateRange(now, Utc(today.AddDays(X() + 1) - offset)),
            ConditionOperator.LastXWeeks => new DateRange(Utc(today.AddDays(-7 * X()) - offset), now),
            ConditionOperator.NextXWeeks => new DateRange(now, Utc(today.AddDays((7 * X()) + 1) - offset)),
            ConditionOperator.LastXMonths => new DateRange(Utc(today.AddMonths(-X()) - offset), now),
            ConditionOperator.NextXMonths => new DateRange(now, Utc(today.AddMonths(X()).AddDays(1) - offset)),
            ConditionOperator.LastXYears => new DateRange(Utc(today.AddYears(-X()) - offset), now),
            ConditionOperator.NextXYears => new DateRange(now, Utc(today.AddYears(X()).AddDays(1) - offset)),
            ConditionOperator.OlderThanXMinutes => new DateRange(null, now.AddMinutes(-X())),
            ConditionOperator.OlderThanXHours => new DateRange(null, now.AddHours(-X())),
            ConditionOperator.OlderThanXDays => new DateRange(null, now.AddDays(-X())),
            ConditionOperator.OlderThanXWeeks => new DateRange(null, now.AddDays(-7 * X())),
            ConditionOperator.OlderThanXMonths => new DateRange(null, now.AddMonths(-X())),
            ConditionOperator.OlderThanXYears => new DateRange(null, now.AddYears(-X())),
            _ => null,
        };
    }

    private static DateTime Utc(DateTime date) => DateTime.SpecifyKind(date, DateTimeKind.Utc);
}

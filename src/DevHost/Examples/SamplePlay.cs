using System.Globalization;
using DevHost.Journey;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DevHost.Examples;

/// <summary>What one of the samples brought.</summary>
/// <param name="Text">What the customer's phone sent.</param>
/// <param name="Answers">What came of it: messages on the phone, e-mails, faxes, cases; empty when nothing came in time.</param>
public sealed record SampleOutcome(string Text, IReadOnlyList<string> Answers);

/// <summary>Installs the samples into a running system and plays them: the customer's phone sends, and what comes of it is shown.</summary>
public sealed class SamplePlay(LocalSystem system)
{
    /// <summary>What the phone sends, one after the other.</summary>
    public static IReadOnlyList<string> Texts { get; } =
        ["تأیید ثبت‌نام", JourneySetup.Answer, "مصرف", "مصرف ماه گذشته", "مصرف ایمیل ماه گذشته", "مصرف نمابر ۳۰ روز"];

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Imports the sample's table and enters its rows; again, it changes nothing.</summary>
    public void Install(string provider)
    {
        system.Organization.ImportSolution(ShippedFiles.SampleSolution);
        var setup = new JourneySetup(system);
        setup.Enter(LocalProvider.Of(provider));
        var queue = CreateOnce.Do(system.Service, new Entity("queue", SampleCustomer.IdOf("queue"))
        {
            ["name"] = "پاسخ به پیامک‌ها",
            ["emailaddress"] = "answers@example.test",
            ["emailrouteraccessapproval"] = new OptionSetValue(1),
        });
        system.Service.Update(new Entity(setup.Line.LogicalName, setup.Line.Id) { ["smsys_queueid"] = queue });
        SampleCustomer.Enter(system.Service, system.Organization.Clock.UtcNow);
        SampleRules.Enter(system.Service);
        Line = system.Simulators[provider].Account.Lines[0];
    }

    /// <summary>The line that the phone writes to.</summary>
    public string Line { get; private set; } = string.Empty;

    /// <summary>Plays one text.</summary>
    public async Task<SampleOutcome> PlayAsync(string text, CancellationToken stop)
    {
        var before = Found();
        system.Simulators.Phones.Phone(SampleCustomer.Mobile).Send(Line, text);
        for (var until = system.Organization.Clock.UtcNow + Longest; system.Organization.Clock.UtcNow < until;)
        {
            await Task.Delay(100, stop);
            var found = Found();
            if (found.Count > before.Count && IsAnswered(text, found.Skip(before.Count)))
            {
                return new SampleOutcome(text, [.. found.Skip(before.Count)]);
            }
        }

        return new SampleOutcome(text, [.. Found().Skip(before.Count)]);
    }

    // A case is answered by SMS as well; that comes last.
    private static bool IsAnswered(string text, IEnumerable<string> found) =>
        found.Any(line => !line.StartsWith("case", StringComparison.Ordinal)) || !text.Contains("مشکل", StringComparison.Ordinal);

    private List<string> Found()
    {
        var found = new List<string>();
        found.AddRange(Rows("incident", "title").Select(row => "case " + row.GetAttributeValue<string>("ticketnumber") + ": " + row.GetAttributeValue<string>("title")));
        found.AddRange(Rows("email", "subject").Where(row => row.GetAttributeValue<OptionSetValue>("statecode").Value == 1).Select(row => "e-mail: " + Plain(row)));
        found.AddRange(Rows("fax", "subject").Select(row => "fax " + row.GetAttributeValue<string>("faxnumber") + ": " + Plain(row)));
        found.AddRange(system.Simulators.Phones.Phone(SampleCustomer.Mobile).Inbox.Select(message => "SMS: " + message.Text));
        return Ordered(found);
    }

    // New ones are told apart by their number alone, so the order of what was there has to stay.
    private readonly List<string> _seen = [];

    private List<string> Ordered(List<string> found)
    {
        foreach (var group in found.GroupBy(line => line))
        {
            var known = _seen.Count(line => line == group.Key);
            _seen.AddRange(Enumerable.Repeat(group.Key, Math.Max(0, group.Count() - known)));
        }

        return [.. _seen];
    }

    private IReadOnlyList<Entity> Rows(string table, string column)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(column, ConditionOperator.NotNull);
        query.AddOrder("createdon", OrderType.Ascending);
        return system.Service.RetrieveMultiple(query).Entities;
    }

    private static string Plain(Entity row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.GetAttributeValue<string>("subject")}: {row.GetAttributeValue<string>("description")?.Replace("<br />", "\n").Replace("<div dir=\"auto\">", string.Empty).Replace("</div>", string.Empty)}");
}

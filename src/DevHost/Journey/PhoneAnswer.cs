using DevHost.Contacts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace DevHost.Journey;

/// <summary>What an answer from a phone brought about.</summary>
/// <param name="Cases">Cases for that contact, owned by the support team, with the complaint as their description.</param>
/// <param name="Replies">Replies on the phone that name the case's number.</param>
public sealed record AnswerResult(int Cases, int Replies);

/// <summary>One of the phones that got the message answers with the brochure's example, and waits for the case and the reply.</summary>
public sealed class PhoneAnswer(LocalSystem system, JourneyOptions options, ProgressLine progress)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Answers, unless that phone did so in an earlier run on the same folder, and gives what came of it.</summary>
    public async Task<AnswerResult> RunAsync(IReadOnlyList<Recipient> recipients, JourneySetup setup, CancellationToken stop)
    {
        if (Choose(recipients) is not { } chosen)
        {
            return new AnswerResult(0, 0);
        }

        var simulator = system.Simulators[options.Provider];
        var phone = system.Simulators.Phones.Phone(chosen.Number.WithLeadingZero);
        if (!simulator.Inbound.All.Any(m => m.Text == JourneySetup.Answer && "0" + m.Sender == phone.Number))
        {
            phone.Send(simulator.Account.Lines[0], JourneySetup.Answer);
        }

        var clock = system.Organization.Clock;
        var until = clock.UtcNow + Patience;
        while (clock.UtcNow < until)
        {
            var cases = Cases(chosen, setup);
            var replies = cases.Count == 0 ? 0 : phone.Inbox.Count(m => cases.Any(c => m.Text.Contains(c, StringComparison.Ordinal)));
            if (replies > 0)
            {
                return new AnswerResult(cases.Count, replies);
            }

            progress.Show($"A phone has answered: cases {cases.Count}, replies {replies}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), stop);
        }

        return new AnswerResult(Cases(chosen, setup).Count, 0);
    }

    private Recipient? Choose(IReadOnlyList<Recipient> recipients)
    {
        var reached = recipients
            .Where(r => system.Simulators.Phones.Phone(r.Number.WithLeadingZero).Inbox.Count > 0)
            .OrderBy(r => r.Number.Digits, StringComparer.Ordinal)
            .ToList();
        return reached.Count == 0 ? null : reached[new Random(options.Seed).Next(reached.Count)];
    }

    private List<string> Cases(Recipient recipient, JourneySetup setup)
    {
        var query = new QueryExpression("incident") { ColumnSet = new ColumnSet("ticketnumber", "description") };
        query.Criteria.AddCondition("customerid", ConditionOperator.Equal, recipient.ContactId);
        query.Criteria.AddCondition("ownerid", ConditionOperator.Equal, setup.Team.Id);

        // A contact may have answered an earlier journey on the same folder, on another line.
        var answer = query.AddLink(Sms.LogicalName, "incidentid", Sms.Columns.CaseId);
        answer.LinkCriteria.AddCondition(Sms.Columns.NumberId, ConditionOperator.Equal, setup.Line.Id);
        answer.LinkCriteria.AddCondition(Sms.Columns.Direction, ConditionOperator.Equal, (int)Direction.Incoming);
        return [.. system.Service.RetrieveMultiple(query).Entities
            .Where(row => row.GetAttributeValue<string>("description") == JourneySetup.Complaint)
            .Select(row => row.GetAttributeValue<string>("ticketnumber"))
            .Distinct()];
    }
}

using System.Diagnostics;
using DevHost.Contacts;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace DevHost.Journey;

/// <summary>The main job from end to end: contacts in, a message to each, receipts, an answer, a case and a reply.</summary>
public sealed class JourneyRun(LocalSystem system, JourneyOptions options, ProgressLine progress)
{
    private static readonly DateTime IdTime = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Simulated time without any change after which unknowns are taken as settled.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromHours(2);

    /// <summary>Runs it and gives the figures and the rows that were left out.</summary>
    public async Task<(JourneyReport Report, ContactImportResult Import)> RunAsync(ContactFile file, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var setup = new JourneySetup(system);
        setup.Enter(LocalProvider.Of(options.Provider));
        var name = Path.GetFileName(options.ContactsFile);
        var import = new ContactImport(system.Service, name)
            .Import(file, done => progress.Show($"Importing contacts: {done} of {file.Rows.Count}"));

        var before = system.Organization.Counters.TotalOf("smSys");
        var messages = Queue(import.Recipients, setup, name);
        var count = await SettleAsync(setup, messages, stop);
        var answer = await new PhoneAnswer(system, options, progress).RunAsync(import.Recipients, setup, stop);
        var report = new JourneyReport
        {
            Rows = import.Rows,
            Recipients = import.Recipients.Count,
            Invalid = import.Invalid.Count,
            Duplicates = import.Duplicates,
            Accepted = count.Accepted,
            Rejected = count.Rejected,
            Unknown = count.Unknown,
            Delivered = count.Delivered,
            Undelivered = count.Undelivered,
            Blocked = count.Blocked,
            WithoutReceipt = count.WithoutReceipt,
            Waiting = count.Waiting,
            Cases = answer.Cases,
            Replies = answer.Replies,
            CrmCallsPerMessage = Each(system.Organization.Counters.TotalOf("smSys") - before, import.Recipients.Count),
            ProviderCallsPerMessage = Each(system.Simulators[options.Provider].Arrivals.Total, import.Recipients.Count),
            Seconds = Math.Round(watch.Elapsed.TotalSeconds, 2),
        };
        return (report, import);
    }

    private static double Each(long calls, int recipients) => recipients == 0 ? 0 : Math.Round((double)calls / recipients, 3);

    private HashSet<Guid> Queue(IReadOnlyList<Recipient> recipients, JourneySetup setup, string fileName)
    {
        var messages = new HashSet<Guid>();
        for (var i = 0; i < recipients.Count; i++)
        {
            var id = DeterministicId.Create(IdTime, "journey-message", options.Provider, fileName, recipients[i].Number.Digits);
            CreateOnce.Do(system.Service, new SmsRow(id)
            {
                TemplateId = setup.Template,
                NumberId = setup.Line,
                To = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", recipients[i].ContactId) }]),
                StatusCode = Sms.Status.Queued,
                StateCode = Sms.State.Open,
            }.Record);
            messages.Add(id);
            progress.Show($"Queueing messages: {i + 1} of {recipients.Count}");
        }

        return messages;
    }

    private async Task<MessageCount> SettleAsync(JourneySetup setup, HashSet<Guid> messages, CancellationToken stop)
    {
        var clock = system.Organization.Clock;
        var changedOn = clock.UtcNow;
        var last = MessageCount.Read(system.Service, setup.Template, messages);
        while (!last.IsSettled && clock.UtcNow - changedOn < Calm)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), stop);
            var count = MessageCount.Read(system.Service, setup.Template, messages);
            changedOn = count == last ? changedOn : clock.UtcNow;
            last = count;
            progress.Show($"Of {messages.Count}: on the way {count.OnTheWay}, sent {count.Waiting}, delivered {count.Delivered}, failed or blocked {count.Rejected + count.Undelivered + count.Blocked}, unknown {count.Unknown}");
        }

        return last;
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Crm.Consents;

/// <summary>
/// Writes what the owner of a number wants: one row a number and class, whoever made it. What was said later stands, also when
/// it becomes known earlier. Repeated, it changes nothing.
/// </summary>
public sealed class ConsentWriter
{
    private static readonly DateTime _epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly ConsentBook _book;
    private readonly RowWriter _writer;

    /// <summary>Works as SYSTEM, in asynchronous steps.</summary>
    public ConsentWriter(IOrganizationService system)
    {
        _book = new ConsentBook(system);
        _writer = new RowWriter(system);
    }

    /// <summary>Writes a decision with its proof.</summary>
    /// <returns>False when something was said later and nothing was written.</returns>
    public bool Write(ConsentDecision decision)
    {
        var known = _book.Of(decision.PhoneNumber);
        var isWritten = Write(decision, known.FirstOrDefault(row => row.MessageClass == decision.MessageClass));

        // Whoever wants messages again also lifts what would still stop them.
        if (decision.State == ConsentState.OptedIn)
        {
            foreach (var stop in known.Where(row => row.MessageClass != decision.MessageClass && IsStop(row)))
            {
                Write(decision with { MessageClass = stop.MessageClass ?? MessageClass.Service }, stop);
            }
        }

        return isWritten;
    }

    private bool Write(ConsentDecision decision, SmsConsentRow? known)
    {
        if (known?.ChangedOn is { } later && later > decision.On)
        {
            return false;
        }

        if (known is null && _writer.CreateOnce(Row(decision, IdOf(decision)).Record))
        {
            return true;
        }

        // Somebody made the row in between: under our id, or by hand under another one.
        known ??= _book.Of(decision.PhoneNumber).FirstOrDefault(row => row.MessageClass == decision.MessageClass);
        if (known is null)
        {
            throw new InvalidOperationException("A consent was refused as a duplicate and cannot be found.");
        }

        _writer.Update(Row(decision, known.Id).Record);
        if (known.Statecode == SmsConsent.State.Inactive)
        {
            _writer.Update(new Entity(SmsConsent.LogicalName, known.Id)
            {
                [StandardColumns.State] = new OptionSetValue((int)SmsConsent.State.Active),
                [StandardColumns.Status] = new OptionSetValue((int)SmsConsent.Status.Active),
            });
        }

        return true;
    }

    private static bool IsStop(SmsConsentRow row) =>
        row.ConsentState == ConsentState.OptedOut && row.Statecode == SmsConsent.State.Active;

    private static Guid IdOf(ConsentDecision decision) =>
        DeterministicId.Create(_epoch, "consent", decision.PhoneNumber, decision.MessageClass.ToString());

    private static SmsConsentRow Row(ConsentDecision decision, Guid id) => new(id)
    {
        Name = decision.PhoneNumber,
        PhoneNumber = decision.PhoneNumber,
        MessageClass = decision.MessageClass,
        ConsentState = decision.State,
        Source = decision.Source,
        ChangedOn = decision.On,
        ChangedById = decision.EnteredBy,
        SmsId = decision.Sms,
        ProofText = decision.Proof is { Length: > 4000 } text ? text.Substring(0, 4000) : decision.Proof,
        RecordTable = decision.Record?.LogicalName,
        RecordId = decision.Record?.Id.ToString("D"),
    };
}

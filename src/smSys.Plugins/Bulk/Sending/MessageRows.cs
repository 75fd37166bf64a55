using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Messages;
using smSys.Messaging.Sending;
using smSys.Messaging.Text;
using smSys.Plugins.Receiving;
using smSys.Plugins.Sending;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>
/// Makes the row of a settled message in the open state that the answer gave. What is the same for all rows of a bulk is made
/// once and shared. Columns that a bulk has no use for are left empty; the record stands in "regarding", not among the
/// recipients of the activity, which would cost a party row each.
/// </summary>
public sealed class MessageRows
{
    private static readonly OptionSetValue _open = new((int)Sms.State.Open);
    private static readonly OptionSetValue _outgoing = new((int)Direction.Outgoing);
    private static readonly OptionSetValue _lane = new((int)Lane.Bulk);
    private static readonly OptionSetValue _gsm7 = new((int)Crm.Tables.Encoding.GSM7);
    private static readonly OptionSetValue _ucs2 = new((int)Crm.Tables.Encoding.UCS2);

    private readonly BulkTerms _terms;
    private readonly EntityReference _bulk;
    private readonly EntityReference _partition;
    private readonly OptionSetValue _class;
    private readonly OptionSetValue? _costUnit;

    /// <summary>For the messages of a partition.</summary>
    public MessageRows(BulkTerms terms, Guid partitionId)
    {
        _terms = terms;
        _bulk = terms.Bulk.Reference;
        _partition = new EntityReference(SmsProcess.LogicalName, partitionId);
        _class = new OptionSetValue((int)terms.MessageClass);
        _costUnit = terms.Setting.BalanceUnit is { } unit ? new OptionSetValue((int)unit) : null;
    }

    /// <summary>Lookups that a row can do without, in the order in which they are given up when what they point at is gone.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Dispensable { get; } = new string[][]
    {
        [Sms.Columns.RegardingObjectId],
        [Sms.Columns.NumberId, Sms.Columns.ReplyNumberId, Sms.Columns.TemplateId, Sms.Columns.CampaignId],
    };

    /// <summary>Id of the row.</summary>
    public Guid IdOf(BatchLine line) => line.MessageId != Guid.Empty
        ? line.MessageId
        : DeterministicId.ForBulkMessage(_bulk.Id, _terms.CreatedOn, line.Number);

    /// <summary>The reference of an attempt.</summary>
    public long ReferenceOf(BatchLine line, int number) => number == 1 ? line.Reference : MessageReference.Create(IdOf(line), number);

    /// <summary>The row, in an open state.</summary>
    /// <param name="journal">Of the batch.</param>
    /// <param name="line">The message.</param>
    /// <param name="fate">What became of it; settled.</param>
    /// <param name="sendingOn">When the call was announced.</param>
    /// <param name="end">What follows from a refusal, or from not knowing.</param>
    /// <param name="now">UTC.</param>
    public Entity Of(BatchJournal journal, BatchLine line, LineFate fate, DateTime sendingOn, MessageEnd end, DateTime now)
    {
        var row = new Entity(Sms.LogicalName, IdOf(line));
        row["subject"] = InboundMessage.Subject(line.Text);
        row[StandardColumns.State] = _open;
        row[StandardColumns.Status] = new OptionSetValue((int)StateCodes.Of(end.OpenState));
        row[StandardColumns.Owner] = _terms.Bulk.OwnerId!;
        row[Sms.Columns.Direction] = _outgoing;
        row[Sms.Columns.Lane] = _lane;
        row[Sms.Columns.MessageClass] = _class;
        row[Sms.Columns.PhoneNumber] = line.Number;
        row[Sms.Columns.Text] = line.Text;
        row[Sms.Columns.SettingId] = new EntityReference(SmsSetting.LogicalName, journal.SettingId);
        row[Sms.Columns.Account] = journal.Account;
        row[Sms.Columns.BulkId] = _bulk;
        row[Sms.Columns.ProcessIdColumn] = _partition;
        row[Sms.Columns.ChunkNumber] = line.Chunk;
        row[Sms.Columns.ChunkLine] = line.Line;
        row[Sms.Columns.Attempt] = end.Attempt;
        row[Sms.Columns.SendingOn] = sendingOn;
        row[Sms.Columns.HourOfDay] = HourOfDay.Of(sendingOn, _terms.Setting.QuietTimeZone);
        AddRecipient(row, line);
        AddBulk(row, line);
        Measure(row, line, fate);
        var reference = ReferenceOf(line, fate.ReferenceNumber).ToString(CultureInfo.InvariantCulture);
        if (fate.Kind == FateKind.Refused)
        {
            // A definite refusal uses the reference up.
            row[Sms.Columns.PastReferences] = fate.ReferenceNumber.ToString(CultureInfo.InvariantCulture) + " " + reference + " " + journal.Account;
        }
        else
        {
            row[Sms.Columns.Reference] = reference;
        }

        if (fate.Kind == FateKind.Accepted)
        {
            row[Sms.Columns.ProviderMessageId] = fate.ProviderMessageId!;
            row[Sms.Columns.HandedOverOn] = now;
        }
        else
        {
            AddFault(row, fate, end, now);
        }

        return row;
    }

    private static void AddRecipient(Entity row, BatchLine line)
    {
        if (line.Table.Length == 0)
        {
            return;
        }

        row[Sms.Columns.RecipientTable] = line.Table;
        row[Sms.Columns.RecipientId] = line.RecordId.ToString("D");
        if (line.Table is "contact" or "account" or "lead")
        {
            row[Sms.Columns.RegardingObjectId] = new EntityReference(line.Table, line.RecordId);
        }
    }

    private static void AddFault(Entity row, LineFate fate, MessageEnd end, DateTime now)
    {
        if (fate.Fault is { } fault)
        {
            row[Sms.Columns.FaultKind] = new OptionSetValue((int)FaultKinds.Of(fault.Kind));
            row[Sms.Columns.FaultCode] = fault.Code.Length <= 50 ? fault.Code : fault.Code.Substring(0, 50);
            row[Sms.Columns.FaultText] = fault.Words;
        }

        if (end.NextAttemptOn is { } next)
        {
            row[Sms.Columns.NextAttemptOn] = next;
        }

        if (fate.AskOn is { } ask && end.OpenState == MessageState.Unknown)
        {
            row[Sms.Columns.NextAskOn] = ask;
        }

        if (end.FinalState is MessageState.Failed)
        {
            row[Sms.Columns.FailedOn] = now;
        }
    }

    private void AddBulk(Entity row, BatchLine line)
    {
        if (_terms.Line is { } number)
        {
            row[Sms.Columns.NumberId] = number;
        }

        if (_terms.ReplyLine is { } reply)
        {
            row[Sms.Columns.ReplyNumberId] = reply;
        }

        if (_terms.Bulk.TemplateId is { } template)
        {
            row[Sms.Columns.TemplateId] = template;
        }

        if (_terms.Lists.Contains(line.ListId))
        {
            row[Sms.Columns.ListId] = new EntityReference("list", line.ListId);
        }

        if (_terms.Bulk.OwnerId is { LogicalName: "team" } team)
        {
            row[Sms.Columns.TeamId] = team;
        }

        if (_terms.Bulk.CampaignId is { } campaign)
        {
            row[Sms.Columns.CampaignId] = campaign;
        }

        if (_terms.Bulk.OwningBusinessUnit is { } unit)
        {
            row[Sms.Columns.BusinessUnitId] = unit;
        }

        if (_terms.Bulk.NotAfter is { } notAfter)
        {
            row[Sms.Columns.NotAfter] = notAfter;
        }
    }

    private void Measure(Entity row, BatchLine line, LineFate fate)
    {
        var text = SmsText.Measure(line.Text);
        var isGsm7 = text.Encoding == SmsEncoding.Gsm7;
        row[Sms.Columns.Encoding] = isGsm7 ? _gsm7 : _ucs2;
        row[Sms.Columns.Parts] = text.Parts;
        var price = isGsm7 ? _terms.Setting.PriceLatin : _terms.Setting.PricePersian;
        if ((fate.Cost ?? (price * text.Parts)) is { } cost)
        {
            row[Sms.Columns.Cost] = cost;
            if (_costUnit is not null)
            {
                row[Sms.Columns.CostUnit] = _costUnit;
            }
        }
    }
}

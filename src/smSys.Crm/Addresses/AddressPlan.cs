using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Crm.Addresses;

/// <summary>Who writes an address. The ids differ, so that a save and the filling of the book never meet on one id.</summary>
public enum AddressOrigin
{
    /// <summary>A step on the record itself; it holds the record's lock.</summary>
    Kept,

    /// <summary>The process that fills the book; it holds no lock.</summary>
    Filled,
}

/// <summary>
/// What has to be written so that the book agrees with a record. Rows are never taken out while the record lives: a column that
/// was emptied leaves a row without a number, so what somebody noted on the row (a reply line) stays.
/// </summary>
public sealed class AddressPlan
{
    private static readonly DateTime _epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private AddressPlan(IReadOnlyList<SmsAddressRow> updates, IReadOnlyList<SmsAddressRow> creates, AddressChange change)
    {
        Updates = updates;
        Creates = creates;
        Change = change;
    }

    /// <summary>Changed columns of rows that stand there; with the row version that they were read with.</summary>
    public IReadOnlyList<SmsAddressRow> Updates { get; }

    /// <summary>Whole rows with deterministic ids.</summary>
    public IReadOnlyList<SmsAddressRow> Creates { get; }

    /// <summary>What it means for the record.</summary>
    public AddressChange Change { get; }

    /// <summary>Compares.</summary>
    /// <param name="record">As read.</param>
    /// <param name="rows">All rows of the record.</param>
    /// <param name="now">UTC.</param>
    /// <param name="origin">Who asks.</param>
    public static AddressPlan For(NumberedRecord record, IReadOnlyList<SmsAddressRow> rows, DateTime now, AddressOrigin origin)
    {
        var updates = new List<SmsAddressRow>();
        var creates = new List<SmsAddressRow>();
        foreach (var row in rows)
        {
            var number = record.Numbers.FirstOrDefault(held => string.Equals(held.Column, row.ColumnName, StringComparison.Ordinal));
            if (Difference(row, record, number, now) is { } change)
            {
                updates.Add(change);
            }
        }

        // Who fills the book does not know since when; the record's own age is the most careful answer.
        var since = origin == AddressOrigin.Filled ? record.CreatedOn ?? now : now;
        foreach (var number in record.Numbers.Where(held => !rows.Any(row => string.Equals(row.ColumnName, held.Column, StringComparison.Ordinal))))
        {
            creates.Add(New(record, number, since, origin));
        }

        var before = rows.Select(row => row.PhoneNumber).OfType<string>().Where(held => held.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        var after = record.Numbers.Select(held => held.Digits).Distinct(StringComparer.Ordinal).ToArray();
        return new AddressPlan(
            updates,
            creates,
            new AddressChange(record.Reference, after.Except(before, StringComparer.Ordinal).ToArray(), before.Except(after, StringComparer.Ordinal).ToArray()));
    }

    private static SmsAddressRow? Difference(SmsAddressRow row, NumberedRecord record, HeldNumber? number, DateTime now)
    {
        var change = new SmsAddressRow(row.Id);
        change.Record.RowVersion = row.Record.RowVersion;
        if (!string.Equals(row.PhoneNumber, number?.Digits, StringComparison.Ordinal))
        {
            change.PhoneNumber = number?.Digits;
            change.Since = number is null ? null : now;
            change.Name = NameOf(number, record);
        }

        if (!string.Equals(row.RecordName, record.Name, StringComparison.Ordinal))
        {
            change.RecordName = record.Name;
            change.Name = NameOf(number, record);
        }

        var owner = record.OwnerId?.ToString("D");
        if (!string.Equals(row.RecordOwnerId, owner, StringComparison.OrdinalIgnoreCase))
        {
            change.RecordOwnerId = owner;
        }

        var isPrimary = number is not null && number == record.Primary;
        if ((row.IsPrimary ?? false) != isPrimary)
        {
            change.IsPrimary = isPrimary;
        }

        return change.Record.Attributes.Any(pair => pair.Key != SmsAddress.PrimaryId) ? change : null;
    }

    private static SmsAddressRow New(NumberedRecord record, HeldNumber number, DateTime since, AddressOrigin origin)
    {
        var reference = record.Reference;
        var id = DeterministicId.Create(
            _epoch, "address", reference.LogicalName, reference.Id.ToString("N", CultureInfo.InvariantCulture), number.Column, origin.ToString());
        var row = new SmsAddressRow(id)
        {
            Name = NameOf(number, record),
            PhoneNumber = number.Digits,
            ColumnName = number.Column,
            RecordTable = reference.LogicalName,
            RecordId = reference.Id.ToString("D"),
            RecordName = record.Name,
            RecordOwnerId = record.OwnerId?.ToString("D"),
            IsPrimary = number == record.Primary,
            Since = since,
        };
        switch (reference.LogicalName)
        {
            case "contact":
                row.ContactId = reference;
                break;
            case "account":
                row.AccountId = reference;
                break;
            case "lead":
                row.LeadId = reference;
                break;
            case "systemuser":
                row.UserId = reference;
                break;
        }

        return row;
    }

    private static string NameOf(HeldNumber? number, NumberedRecord record)
    {
        var name = ((number?.Digits ?? "–") + " " + record.Name).TrimEnd();
        return name.Length <= 200 ? name : name.Substring(0, 200);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Messaging.Numbers;

namespace smSys.Crm.Addresses;

/// <summary>What the address book needs to know of a record: its name, its owner, and its numbers.</summary>
public sealed class NumberedRecord
{
    private NumberedRecord(EntityReference reference, string? name, Guid? ownerId, DateTime? createdOn, IReadOnlyList<HeldNumber> numbers)
    {
        Reference = reference;
        Name = name;
        OwnerId = ownerId;
        CreatedOn = createdOn;
        Numbers = numbers;
    }

    /// <summary>Table and id.</summary>
    public EntityReference Reference { get; }

    /// <summary>At most 200 characters.</summary>
    public string? Name { get; }

    /// <summary>A user or team.</summary>
    public Guid? OwnerId { get; }

    /// <summary>UTC.</summary>
    public DateTime? CreatedOn { get; }

    /// <summary>One for each column that holds a number, in the order of the columns.</summary>
    public IReadOnlyList<HeldNumber> Numbers { get; }

    /// <summary>Columns with something in them that is no number.</summary>
    public int Unreadable { get; private set; }

    /// <summary>
    /// Reads a row. An inactive record holds no number, unless it was merged: then what it holds is its master's, and whoever
    /// looks it up follows it there.
    /// </summary>
    public static NumberedRecord Of(Entity row, NumberedTable table)
    {
        var isActive = table.IsUser
            ? !row.GetAttributeValue<bool>("isdisabled")
            : (row.GetAttributeValue<OptionSetValue>(StandardColumns.State)?.Value ?? 0) == 0;
        var isMerged = table.IsMerged && row.GetAttributeValue<EntityReference>("masterid") is not null;
        var numbers = new List<HeldNumber>();
        var unreadable = 0;
        foreach (var column in isActive || isMerged ? table.NumberColumns : [])
        {
            // A column that is no text holds no number, whoever chose it.
            if (row.Contains(column) && row[column] is string text && !string.IsNullOrWhiteSpace(text))
            {
                var parsed = PhoneNumberParser.Parse(text);
                if (parsed.IsValid)
                {
                    numbers.Add(new HeldNumber(column, parsed.Number.Digits, PhoneNumberParser.ParseMobile(text).IsValid));
                }
                else
                {
                    unreadable++;
                }
            }
        }

        return new NumberedRecord(
            new EntityReference(table.Name, row.Id),
            table.PrimaryName is { } name ? Cut(row.GetAttributeValue<string>(name)) : null,
            table.HasOwner ? row.GetAttributeValue<EntityReference>(StandardColumns.Owner)?.Id : null,
            row.GetAttributeValue<DateTime?>(StandardColumns.CreatedOn),
            numbers) { Unreadable = unreadable };
    }

    /// <summary>The number that messages to this record go to: the first that can receive one.</summary>
    public HeldNumber? Primary => Numbers.FirstOrDefault(number => number.IsMobile);

    private static string? Cut(string? text) => text is { Length: > 200 } ? text.Substring(0, 200) : text;
}

/// <summary>A number in a column of a record.</summary>
/// <param name="Column">Logical name.</param>
/// <param name="Digits">With the country code.</param>
/// <param name="IsMobile">It can receive an SMS.</param>
public sealed record HeldNumber(string Column, string Digits, bool IsMobile);

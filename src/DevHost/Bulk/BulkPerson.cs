using System.Globalization;
using Microsoft.Xrm.Sdk;
using smSys.Messaging.Messages;

namespace DevHost.Bulk;

/// <summary>One of the contacts that a bulk is tried on, made from its place in the row: the same at every run.</summary>
/// <param name="Id">Of the contact.</param>
/// <param name="FirstName">Empty: the text misses a value.</param>
/// <param name="Mobile">Empty: no number.</param>
/// <param name="IsOptedOut">The number has opted out.</param>
/// <param name="IsNotToBeContacted">The contact's own flags forbid bulk messages.</param>
public sealed record BulkPerson(Guid Id, string FirstName, string Mobile, bool IsOptedOut, bool IsNotToBeContacted)
{
    private const long FirstNumber = 9_100_000_000;
    private const long FirstMixedNumber = 9_110_000_000;
    private const int NumbersInBlock = 9_000;
    private const int Block = 10_000;

    private static readonly DateTime IdTime = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Place in fifty to the last four digits that the simulators know.</summary>
    private static readonly Dictionary<int, int> Suffixes = new() { [1] = 2, [2] = 3, [3] = 13, [4] = 1 };

    /// <summary>The rarer ones, by the place in two hundred and fifty: stored and then an error, stored and then slow, for ever on the way.</summary>
    private static readonly Dictionary<int, int> RareSuffixes = new() { [20] = 5, [70] = 6, [120] = 4 };

    /// <summary>The person at a place of a row of contacts.</summary>
    /// <param name="row">Name of the row of contacts.</param>
    /// <param name="place">From 0.</param>
    /// <param name="mixed">False: everybody is reached.</param>
    public static BulkPerson At(string row, int place, bool mixed)
    {
        var person = new BulkPerson(
            DeterministicId.Create(IdTime, "bulk-contact", row, place.ToString(CultureInfo.InvariantCulture)), "مخاطب " + place.ToString(CultureInfo.InvariantCulture), Plain(place), false, false);
        return mixed ? person.Mix(place) : person;
    }

    /// <summary>The contact as it is created.</summary>
    public Entity Contact(string row)
    {
        var contact = new Entity("contact", Id) { ["lastname"] = "نمونه", ["jobtitle"] = row };
        if (FirstName.Length > 0)
        {
            contact["firstname"] = FirstName;
        }

        if (Mobile.Length > 0)
        {
            contact["mobilephone"] = Mobile;
        }

        if (IsNotToBeContacted)
        {
            contact["donotphone"] = true;
            contact["donotbulkemail"] = true;
        }

        return contact;
    }

    /// <summary>Numbers that end in 1000 to 9999: the simulators deliver to all of them.</summary>
    private static string Plain(int place) =>
        Text(FirstNumber + ((long)(place / NumbersInBlock) * Block) + 1_000 + (place % NumbersInBlock));

    private static string Text(long number) => "0" + number.ToString(CultureInfo.InvariantCulture);

    private BulkPerson Mix(int place)
    {
        var kind = place % 50;
        if (RareSuffixes.TryGetValue(place % 250, out var suffix) || Suffixes.TryGetValue(kind, out suffix))
        {
            return this with { Mobile = Text(FirstMixedNumber + (place % NumbersInBlock * (long)Block) + suffix) };
        }

        return kind switch
        {
            5 => this with { Mobile = string.Empty },
            6 => this with { Mobile = "0912" },
            7 => this with { Mobile = Plain(place + 1) },
            9 => this with { IsOptedOut = true },
            10 => this with { IsNotToBeContacted = true },
            11 => this with { FirstName = string.Empty },
            _ => this,
        };
    }
}

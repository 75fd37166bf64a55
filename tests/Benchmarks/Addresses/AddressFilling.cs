using System.Diagnostics;
using System.Globalization;
using CrmEmulator;
using DevHost;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Messaging.Numbers;
using smSys.Plugins.Addresses;

namespace Benchmarks.Addresses;

/// <summary>
/// Normalising the numbers of a million contacts into the address book, page by page as the Normalise process does it, against
/// the bare loop that reads the same pages and writes the same three columns of a row for each record, without comparing and
/// without heed of others. SMSYS_ROWS chooses another number of rows.
/// </summary>
internal static class AddressFilling
{
    private const string Address = "smsys_smsaddress";

    public static IReadOnlyList<Figure> Run()
    {
        var rows = int.TryParse(Environment.GetEnvironmentVariable("SMSYS_ROWS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1_000_000;
        var file = Path.Combine(Path.GetTempPath(), "smsys-filling-" + Guid.NewGuid().ToString("N") + ".db");
        try
        {
            using var organization = Organization.Open(new OrganizationOptions { DataFile = file });
            var service = organization.ServiceFor(organization.SystemUserId);

            // They stood there before smSys came; written one by one, their own steps would fill the book.
            for (var i = 0; i < rows; i++)
            {
                service.Create(new Entity("contact") { ["lastname"] = "نمونه", ["mobilephone"] = "0912 " + (1_000_000 + i).ToString(CultureInfo.InvariantCulture) });
            }

            organization.ImportSolution(ShippedFiles.SolutionZip);
            var created = Fill(service, rows);
            var number = Update(service, rows, isNumberOnly: true);
            Fill(service, rows);
            var bare = Update(service, rows, isNumberOnly: false);
            var updated = Fill(service, rows);
            var compared = Fill(service, rows);
            var name = rows.ToString("#,0", CultureInfo.InvariantCulture);
            return
            [
                Figure.AtLeast($"addresses: rows a second of normalising {name} rows that differ / of the bare update loop", updated / bare, 0.5),
                Figure.ForInformation("addresses: rows a second of the bare update loop", bare),
                Figure.ForInformation("addresses: normalising / a bare loop that writes the number alone, without name and time", updated / number),
                Figure.ForInformation("addresses: rows a second of filling an empty book", created),
                Figure.ForInformation("addresses: rows a second where nothing differs", compared),
            ];
        }
        finally
        {
            foreach (var left in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
            {
                File.Delete(left);
            }
        }
    }

    private static double Fill(IOrganizationService service, int rows)
    {
        var filler = new AddressFiller(service);
        var count = FillCount.Of(new smSys.Crm.Tables.SmsProcessRow(), isAnew: true);
        var watch = Stopwatch.StartNew();
        for (var place = new FillPlace("contact", 1, null); !place.IsEnd;)
        {
            place = filler.Fill(place, () => DateTime.UtcNow, () => TimeSpan.FromMinutes(1), count)
                ?? throw new InvalidOperationException("A page was not done.");
        }

        watch.Stop();
        return count.Summary.Contains("numbers " + rows.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? rows / watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException(count.Summary);
    }

    private static double Update(IOrganizationService service, int rows, bool isNumberOnly)
    {
        var done = 0;
        var watch = Stopwatch.StartNew();
        var query = new QueryExpression(Address)
        {
            ColumnSet = new ColumnSet("smsys_phonenumber", "smsys_recordname"),
            PageInfo = new PagingInfo { PageNumber = 1, Count = NormaliseTick.PageSize },
        };
        query.AddOrder(Address + "id", OrderType.Ascending);
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            foreach (var row in page.Entities)
            {
                var parsed = PhoneNumberParser.Parse("+" + row.GetAttributeValue<string>("smsys_phonenumber"));
                var change = new Entity(Address, row.Id) { ["smsys_phonenumber"] = "1" + parsed.Number.Digits };
                if (!isNumberOnly)
                {
                    change["smsys_name"] = "1" + parsed.Number.Digits + " " + row.GetAttributeValue<string>("smsys_recordname");
                    change["smsys_since"] = DateTime.UtcNow;
                }

                service.Update(change);
                done++;
            }

            if (!page.MoreRecords)
            {
                watch.Stop();
                return done == rows ? rows / watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"{done} rows instead of {rows}.");
            }

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }
}

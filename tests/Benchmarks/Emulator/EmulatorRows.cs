using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Reports;
using CrmEmulator;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Benchmarks.Emulator;

/// <summary>A contact is created and read back: through IOrganizationService, and by prepared statements on the same table in bare SQLite.</summary>
public class EmulatorRows
{
    private const int Rows = 200;
    private const string First = "سارا";
    private const string Last = "رضایی";

    private static readonly ColumnSet Columns = new("firstname", "lastname", "mobilephone", "emailaddress1", "statecode", "ownerid");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("emulator-benchmark");
    private Organization? organization;
    private IOrganizationService? service;
    private BareTable? bare;
    private int number;

    /// <summary>In a file with write-ahead log, or in memory.</summary>
    [Params(false, true)]
    public bool InFile { get; set; }

    [GlobalSetup]
    public void Open()
    {
        organization = CrmEmulator.Organization.Open(new OrganizationOptions { DataFile = InFile ? Path.Combine(folder.FullName, "emulator.db") : null });
        service = organization.ServiceFor(organization.AdministratorId);
        bare = BareTable.LikeContact(folder.FullName, InFile ? Path.Combine(folder.FullName, "bare.db") : null);
    }

    [GlobalCleanup]
    public void Close()
    {
        bare?.Dispose();
        organization?.Dispose();
        folder.Delete(recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public int Emulator()
    {
        var read = 0;
        for (var row = 0; row < Rows; row++)
        {
            var id = Contact(service!, ++number);
            read += service!.Retrieve("contact", id, Columns).Attributes.Count;
        }

        return read;
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public int BareSqlite()
    {
        var read = 0;
        for (var row = 0; row < Rows; row++)
        {
            number++;
            var id = bare!.Insert("0912" + number, number + "@example.test");
            read += bare.Read(id);
        }

        return read;
    }

    internal static IReadOnlyList<Figure> Judge(Summary summary) =>
    [
        .. new[] { false, true }.SelectMany(inFile => new[]
        {
            Figure.AtLeast(
                $"emulator: create and retrieve, part of the rate of prepared statements on bare SQLite, {(inFile ? "file" : "memory")}",
                Runner.MeanOf(summary, nameof(BareSqlite), inFile) / Runner.MeanOf(summary, nameof(Emulator), inFile),
                0.25),
            Figure.ForInformation($"emulator: microseconds a row created and read, {(inFile ? "file" : "memory")}", Runner.MeanOf(summary, nameof(Emulator), inFile) / 1000),
        }),
    ];

    private static Guid Contact(IOrganizationService service, int number) => service.Create(new Entity("contact")
    {
        ["firstname"] = First,
        ["lastname"] = Last,
        ["mobilephone"] = "0912" + number,
        ["emailaddress1"] = number + "@example.test",
    });
}

using System.Buffers.Binary;
using System.Globalization;
using CrmEmulator;
using CrmEmulator.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace Benchmarks.Views;

/// <summary>
/// An organisation in a file with the shipped solution and very many SMS of two years. One of them is created as anybody would;
/// the others are its likes, written to the same table by a prepared statement.
/// </summary>
internal sealed class SmsRows : IDisposable
{
    private const int Users = 20;
    private const int Contacts = 5_000;
    private const int Days = 730;
    private static readonly int[] States = [100000004, 100000004, 100000004, 100000005, 100000007];

    private readonly string file = Path.Combine(Path.GetTempPath(), "smsys-views-" + Guid.NewGuid().ToString("N") + ".db");

    public SmsRows(int count, string solution)
    {
        Dictionary<string, object> pattern;
        using (var organization = Organization.Open(new OrganizationOptions { DataFile = file }))
        {
            organization.ImportSolution(solution);
            Fill(organization.ServiceFor(organization.AdministratorId));
        }

        using var store = OpenFile();
        pattern = PatternOf(store);
        Insert(store, pattern, count);
        Run(store, "PRAGMA analysis_limit=400; PRAGMA optimize=0x10002; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public Organization OpenOrganization() => Organization.Open(new OrganizationOptions { DataFile = file });

    /// <summary>The same file for bare statements, with the emulator's settings, its collation and a pattern matcher of SQLite's own.</summary>
    public SqliteConnection OpenFile()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        connection.CreateCollation("CRM", (left, right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase));
        foreach (var pragma in new StoreSettings().Pragmas(isFile: true))
        {
            Run(connection, pragma);
        }

        return connection;
    }

    public void Dispose()
    {
        foreach (var left in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
        {
            File.Delete(left);
        }
    }

    public static string PhoneOf(int index) => "98912" + (1_000_000 + index).ToString(CultureInfo.InvariantCulture);

    private static void Fill(IOrganizationService service)
    {
        for (var index = 1; index < Users; index++)
        {
            service.Create(new Entity("systemuser") { ["firstname"] = "کاربر", ["lastname"] = index.ToString(CultureInfo.InvariantCulture) });
        }

        for (var index = 0; index < Contacts; index++)
        {
            service.Create(new Entity("contact") { ["firstname"] = "مشتری", ["lastname"] = index.ToString(CultureInfo.InvariantCulture) });
        }

        var setting = service.Create(new Entity("smsys_smssetting") { ["smsys_name"] = "کاوه‌نگار", ["smsys_providerkind"] = new OptionSetValue(100000009), ["smsys_address"] = "https://api.example.ir/" });
        var line = service.Create(new Entity("smsys_smsnumber") { ["smsys_name"] = "خط اصلی", ["smsys_line"] = "30001234", ["smsys_settingid"] = new EntityReference("smsys_smssetting", setting) });
        service.Create(new Entity("smsys_sms")
        {
            ["subject"] = "سلام",
            ["smsys_text"] = "سلام",
            ["smsys_numberasentered"] = "09129999999",
            ["smsys_settingid"] = new EntityReference("smsys_smssetting", setting),
            ["smsys_numberid"] = new EntityReference("smsys_smsnumber", line),
        });
    }

    private static Dictionary<string, object> PatternOf(SqliteConnection store)
    {
        using var command = store.CreateCommand();
        command.CommandText = "SELECT * FROM smsys_sms";
        using var reader = command.ExecuteReader();
        reader.Read();
        return Enumerable.Range(0, reader.FieldCount).Where(index => !reader.IsDBNull(index)).ToDictionary(reader.GetName, reader.GetValue);
    }

    private static void Insert(SqliteConnection store, Dictionary<string, object> row, int count)
    {
        var users = Keys(store, "SELECT systemuserid FROM systemuser WHERE fullname LIKE 'کاربر%' OR systemuserid=(SELECT ownerid FROM smsys_sms)");
        var contacts = Keys(store, "SELECT contactid FROM contact");
        row["regardingobjectid"] = contacts[0];
        row["regardingobjectid__type"] = "contact";
        using var transaction = store.BeginTransaction();
        using var insert = store.CreateCommand();
        insert.CommandText = $"INSERT INTO smsys_sms ({string.Join(',', row.Keys)}) VALUES ({string.Join(',', row.Keys.Select(name => "@" + name))})";
        foreach (var (name, value) in row)
        {
            insert.Parameters.AddWithValue("@" + name, value);
        }

        insert.Prepare();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var step = Days * 86_400L / count;
        for (var index = 0; index < count; index++)
        {
            var id = new byte[16];
            BinaryPrimitives.WriteInt64BigEndian(id, index + 1L);
            var text = "سلام، سفارش " + index.ToString(CultureInfo.InvariantCulture) + " شما فرستاده شد.";
            insert.Parameters["@activityid"].Value = id;
            insert.Parameters["@subject"].Value = text;
            insert.Parameters["@smsys_text"].Value = text + " با سپاس از خرید شما.";
            insert.Parameters["@smsys_phonenumber"].Value = PhoneOf(index);
            insert.Parameters["@ownerid"].Value = users[index % users.Count];
            insert.Parameters["@regardingobjectid"].Value = contacts[index % contacts.Count];
            insert.Parameters["@statuscode"].Value = States[index % States.Length];
            insert.Parameters["@createdon"].Value = now - ((count - index) * step);
            insert.Parameters["@versionnumber"].Value = 1_000_000_000L + index;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static List<byte[]> Keys(SqliteConnection store, string sql)
    {
        using var command = store.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var keys = new List<byte[]>();
        while (reader.Read())
        {
            keys.Add((byte[])reader.GetValue(0));
        }

        return keys;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

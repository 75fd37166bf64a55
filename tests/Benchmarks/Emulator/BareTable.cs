using System.Buffers.Binary;
using CrmEmulator;
using CrmEmulator.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace Benchmarks.Emulator;

/// <summary>The emulator's own contact table with its indexes and settings, written and read by prepared statements of Microsoft.Data.Sqlite.</summary>
internal sealed class BareTable : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand select;
    private long counter;

    private BareTable(SqliteConnection connection, IReadOnlyDictionary<string, object> row)
    {
        this.connection = connection;
        insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO contact ({string.Join(',', row.Keys)}) VALUES ({string.Join(',', row.Keys.Select(name => "@" + name))})";
        foreach (var (name, value) in row)
        {
            insert.Parameters.AddWithValue("@" + name, value);
        }

        insert.Prepare();
        select = connection.CreateCommand();
        select.CommandText = "SELECT firstname, lastname, mobilephone, emailaddress1, statecode, ownerid, ownerid__type, versionnumber FROM contact WHERE contactid=@id";
        select.Parameters.AddWithValue("@id", new byte[16]);
        select.Prepare();
    }

    /// <summary>Takes table, indexes and the columns of a stored row from an organisation in a file.</summary>
    public static BareTable LikeContact(string folder, string? file)
    {
        var pattern = Path.Combine(folder, $"pattern-{Guid.NewGuid():N}.db");
        using (var organization = Organization.Open(new OrganizationOptions { DataFile = pattern }))
        {
            organization.ServiceFor(organization.AdministratorId).Create(new Entity("contact") { ["firstname"] = "سارا", ["lastname"] = "رضایی", ["mobilephone"] = "0912", ["emailaddress1"] = "0@example.test" });
        }

        using var source = Open(pattern, []);
        var target = Open(file ?? ":memory:", new StoreSettings().Pragmas(file is not null));
        foreach (var sql in Texts(source, "SELECT sql FROM sqlite_master WHERE tbl_name='contact' AND sql IS NOT NULL ORDER BY type DESC"))
        {
            Run(target, sql);
        }

        return new BareTable(target, Row(source));
    }

    public byte[] Insert(string phone, string email)
    {
        var id = new byte[16];
        BinaryPrimitives.WriteInt64BigEndian(id, ++counter);
        insert.Parameters["@contactid"].Value = id;
        insert.Parameters["@mobilephone"].Value = phone;
        insert.Parameters["@emailaddress1"].Value = email;
        insert.Parameters["@versionnumber"].Value = counter;
        insert.ExecuteNonQuery();
        return id;
    }

    public int Read(byte[] id)
    {
        select.Parameters["@id"].Value = id;
        using var reader = select.ExecuteReader();
        reader.Read();
        var length = reader.GetString(0).Length + reader.GetString(1).Length + reader.GetString(2).Length + reader.GetString(3).Length;
        var owner = (byte[])reader.GetValue(5);
        return length + reader.GetInt32(4) + owner.Length + reader.GetString(6).Length + (int)reader.GetInt64(7);
    }

    public void Dispose()
    {
        insert.Dispose();
        select.Dispose();
        connection.Dispose();
    }

    private static SqliteConnection Open(string file, IEnumerable<string> pragmas)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        connection.CreateCollation("CRM", (left, right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase));
        foreach (var pragma in pragmas)
        {
            Run(connection, pragma);
        }

        return connection;
    }

    private static Dictionary<string, object> Row(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM contact";
        using var reader = command.ExecuteReader();
        reader.Read();
        return Enumerable.Range(0, reader.FieldCount).Where(index => !reader.IsDBNull(index)).ToDictionary(reader.GetName, reader.GetValue);
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

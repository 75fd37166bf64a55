using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Benchmarks.Views;

/// <summary>What somebody would write by hand for the same answers: one prepared statement each, its rows as JSON.</summary>
internal sealed class BareViews(SqliteConnection store, byte[] me) : IDisposable
{
    private const string Columns = """
        lower(hex(s.activityid)) AS id, s.smsys_direction, s.subject, s.smsys_phonenumber, lower(hex(s.regardingobjectid)),
        (SELECT fullname FROM contact WHERE contactid=s.regardingobjectid), lower(hex(s.smsys_settingid)),
        (SELECT smsys_name FROM smsys_smssetting WHERE smsys_smssettingid=s.smsys_settingid), lower(hex(s.smsys_numberid)),
        (SELECT smsys_name FROM smsys_smsnumber WHERE smsys_smsnumberid=s.smsys_numberid), s.statuscode, s.createdon, lower(hex(s.ownerid)),
        (SELECT fullname FROM systemuser WHERE systemuserid=s.ownerid), s.versionnumber
        """;

    private static readonly Dictionary<string, string> Statements = new()
    {
        ["first"] = $"SELECT {Columns} FROM smsys_sms s WHERE s.ownerid=@me ORDER BY s.createdon DESC, s.activityid LIMIT 51",
        ["find"] = $"""
            SELECT {Columns} FROM smsys_sms s WHERE (s.subject>=@from AND s.subject<@to) OR (s.smsys_phonenumber>=@from AND s.smsys_phonenumber<@to)
            ORDER BY s.createdon DESC, s.activityid LIMIT 51
            """,
        ["chart"] = """
            SELECT count(*), date(s.createdon + @offset, 'unixepoch') AS day, s.statuscode FROM smsys_sms s WHERE s.createdon>=@since AND s.createdon<@until
            GROUP BY day, s.statuscode ORDER BY day
            """,
    };

    private readonly Dictionary<string, SqliteCommand> commands = Statements.ToDictionary(one => one.Key, one => Prepare(store, one.Value, me));

    /// <summary>Answers ?what=first, find or chart; the other options are parameters of the statement.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var command = commands[context.Request.Query["what"].ToString()];
        foreach (var (name, value) in context.Request.Query)
        {
            if (command.Parameters.Contains("@" + name))
            {
                command.Parameters["@" + name].Value = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && name is not ("from" or "to") ? number : value.ToString();
            }
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        Write(writer, command);
        await writer.FlushAsync();
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        store.Dispose();
    }

    private static void Write(Utf8JsonWriter writer, SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        writer.WriteStartObject();
        writer.WriteStartArray("value");
        while (reader.Read())
        {
            writer.WriteStartObject();
            for (var index = 0; index < reader.FieldCount; index++)
            {
                switch (reader.GetValue(index))
                {
                    case long number:
                        writer.WriteNumber(reader.GetName(index), number);
                        break;
                    case string text:
                        writer.WriteString(reader.GetName(index), text);
                        break;
                    default:
                        writer.WriteNull(reader.GetName(index));
                        break;
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static SqliteCommand Prepare(SqliteConnection store, string sql, byte[] me)
    {
        var command = store.CreateCommand();
        command.CommandText = sql;
        foreach (var name in new[] { "@me", "@from", "@to", "@since", "@until", "@offset" }.Where(name => sql.Contains(name, StringComparison.Ordinal)))
        {
            command.Parameters.AddWithValue(name, name == "@me" ? me : string.Empty);
        }

        command.Prepare();
        return command;
    }
}

using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace DevHost.Contacts;

/// <summary>
/// A CSV file of contacts: UTF-8 with or without a byte order mark, a header that names columns of Dynamics in any order,
/// quoted fields. Blank lines are not rows. A bad row is listed, and the rest goes on.
/// </summary>
public sealed class ContactFile
{
    private static readonly string[] KnownColumns = ["firstname", "lastname", "jobtitle", "mobilephone", "company"];

    private ContactFile(IReadOnlyList<ContactRow> rows, IReadOnlyList<RowProblem> problems, IReadOnlyList<string> ignoredColumns)
    {
        Rows = rows;
        Problems = problems;
        IgnoredColumns = ignoredColumns;
    }

    /// <summary>The rows that could be read.</summary>
    public IReadOnlyList<ContactRow> Rows { get; }

    /// <summary>The rows that could not.</summary>
    public IReadOnlyList<RowProblem> Problems { get; }

    /// <summary>Header names that are none of ours.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; }

    /// <summary>The first so many rows of the file.</summary>
    public ContactFile First(int rows) => new([.. Rows.Take(rows)], [], IgnoredColumns);

    /// <summary>Reads a file.</summary>
    /// <exception cref="BadInputException">The file as a whole cannot be used: absent, not UTF-8, no header, no mobilephone column.</exception>
    public static ContactFile Read(string path)
    {
        var lines = ReadLines(path);
        var records = CsvRecordReader.Read(lines).ToList();
        if (records.Count == 0)
        {
            throw new BadInputException($"{path} is empty; its first line should name columns such as {string.Join(",", KnownColumns)}.");
        }

        if (records[0].IsOpen || !TryParse(records[0].Text, out var header, out _))
        {
            throw new BadInputException($"{path}, line {records[0].Line}: the header cannot be read; check its quotes.");
        }

        var columns = header.Select(name => name.Trim().ToLowerInvariant()).ToList();
        Check(path, columns);

        var rows = new List<ContactRow>();
        var problems = new List<RowProblem>();
        foreach (var record in records.Skip(1))
        {
            Add(record, columns, rows, problems);
        }

        var ignored = header.Where((_, i) => columns[i].Length > 0 && !KnownColumns.Contains(columns[i])).Select(n => n.Trim()).ToList();
        return new ContactFile(rows, problems, ignored);
    }

    private static void Check(string path, List<string> columns)
    {
        if (!columns.Contains("mobilephone"))
        {
            throw new BadInputException($"{path} has no column mobilephone; its header names {string.Join(", ", columns.Select(c => $"\"{c}\""))}.");
        }

        if (columns.Where(KnownColumns.Contains).GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new BadInputException($"{path} names the column {twice.Key} twice.");
        }
    }

    private static void Add(CsvRecord record, List<string> columns, List<ContactRow> rows, List<RowProblem> problems)
    {
        if (record.IsOpen)
        {
            problems.Add(new RowProblem(record.Line, "a quote is opened and never closed"));
            return;
        }

        if (!TryParse(record.Text, out var fields, out var reason))
        {
            problems.Add(new RowProblem(record.Line, reason));
            return;
        }

        if (fields.All(string.IsNullOrWhiteSpace))
        {
            problems.Add(new RowProblem(record.Line, "every field is empty"));
            return;
        }

        if (fields.Length != columns.Count)
        {
            problems.Add(new RowProblem(record.Line, $"{fields.Length} fields where the header has {columns.Count}"));
            return;
        }

        string Field(string column)
        {
            var at = columns.IndexOf(column);
            return at < 0 ? string.Empty : fields[at].Trim();
        }

        rows.Add(new ContactRow(record.Line, Field("firstname"), Field("lastname"), Field("jobtitle"), Field("mobilephone"), Field("company")));
    }

    private static bool TryParse(string text, out string[] fields, out string reason)
    {
        var bad = false;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            BadDataFound = _ => bad = true,
        };
        using var parser = new CsvParser(new StringReader(text), configuration);
        fields = parser.Read() ? parser.Record ?? [] : [];
        reason = bad ? "a quote stands in the middle of a field" : string.Empty;
        return !bad;
    }

    private static IReadOnlyList<string> ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            throw new BadInputException($"{path} is not UTF-8; save it as \"CSV UTF-8\" and try again.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be read: {e.Message}");
        }
    }
}

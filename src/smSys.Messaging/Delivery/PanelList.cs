using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace smSys.Messaging.Delivery;

/// <summary>
/// A list of messages as a provider's panel exports it: CSV with a header line, separated by commas, semicolons or tabs, fields
/// in quotes where needed. Columns are found by their headings, in any order.
/// </summary>
public sealed class PanelList
{
    private static readonly string[] _references = Fold("reference", "our reference", "client id", "local id", "شناسه ما", "شناسه محلی", "شناسه درخواست", "مرجع");
    private static readonly string[] _ids = Fold("id", "message id", "provider id", "sms id", "شناسه", "شناسه پیامک", "شناسه پیام", "کد پیگیری");
    private static readonly string[] _numbers = Fold("number", "mobile", "phone", "recipient", "receptor", "to", "شماره", "موبایل", "گیرنده", "شماره گیرنده", "شماره موبایل");
    private static readonly string[] _states = Fold("state", "status", "delivery", "delivery status", "وضعیت", "وضعیت ارسال", "وضعیت تحویل");

    private PanelList(IReadOnlyList<PanelLine> lines, bool hasColumns)
    {
        Lines = lines;
        HasColumns = hasColumns;
    }

    /// <summary>The lines below the header.</summary>
    public IReadOnlyList<PanelLine> Lines { get; }

    /// <summary>There is a column of states, and one by which messages are found.</summary>
    public bool HasColumns { get; }

    /// <summary>Reads a list.</summary>
    public static PanelList Read(string text)
    {
        var rows = Rows(text.TrimStart('\uFEFF'));
        var header = rows.Count == 0 ? [] : rows[0].Fields.Select(PanelStates.Fold).ToArray();
        var (reference, id, number, state) = new Places(header);
        if (state < 0 || (reference < 0 && id < 0 && number < 0))
        {
            return new PanelList([], false);
        }

        var lines = rows.Skip(1).Where(row => row.Fields.Any(field => field.Length > 0)).Select(row => new PanelLine(
            row.Line, At(row, reference), At(row, id), At(row, number), PanelStates.Read(At(row, state)), At(row, state)));
        return new PanelList(lines.ToArray(), true);
    }

    private static string[] Fold(params string[] headings) => headings.Select(PanelStates.Fold).ToArray();

    private static string At(Row row, int place) => place >= 0 && place < row.Fields.Count ? row.Fields[place] : string.Empty;

    private static List<Row> Rows(string text)
    {
        var separator = SeparatorOf(text);
        var rows = new List<Row>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        var line = 1;
        var start = 1;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (isQuoted && i < text.Length)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else if (c == '"')
                {
                    isQuoted = false;
                }
                else
                {
                    line += c == '\n' ? 1 : 0;
                    field.Append(c);
                }
            }
            else if (c == '"' && field.Length == 0)
            {
                isQuoted = true;
            }
            else if (c == separator || c == '\n')
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
                if (c == '\n')
                {
                    rows.Add(new Row(start, fields));
                    fields = [];
                    start = ++line;
                }
            }
            else
            {
                field.Append(c);
            }
        }

        return rows;
    }

    private static char SeparatorOf(string text)
    {
        var end = text.IndexOf('\n');
        var header = end < 0 ? text : text.Substring(0, end);
        return new[] { '\t', ';', ',' }.OrderByDescending(separator => header.Count(c => c == separator)).First();
    }

    private sealed record Row(int Line, List<string> Fields);

    private sealed record Places(int Reference, int Id, int Number, int State)
    {
        internal Places(string[] header)
            : this(Find(header, _references), Find(header, _ids), Find(header, _numbers), Find(header, _states))
        {
        }

        private static int Find(string[] header, string[] headings) => Array.FindIndex(header, heading => headings.Contains(heading));
    }
}

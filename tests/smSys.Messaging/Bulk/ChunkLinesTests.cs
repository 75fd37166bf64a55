using CsCheck;
using smSys.Messaging.Bulk;

namespace smSys.Messaging.Tests.Bulk;

public class ChunkLinesTests
{
    private static readonly Gen<string> _word = Gen.Char["abcdefgh_ سشیpq"].Array[0, 12].Select(letters => new string(letters).Trim());
    private static readonly string[] _tables = ["contact", "account", "lead", "new_customer", ""];
    private static readonly Gen<string> _table = Gen.Int[0, 4].Select(i => _tables[i]);
    private static readonly Gen<string> _number = Gen.Long[980000000000, 999999999999].Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static readonly Gen<ChunkLine> _line = Gen.Select(
        _table, Gen.Guid, _number, _word, (table, id, number, name) =>
            new ChunkLine(table, table.Length == 0 ? Guid.Empty : id, number, name) { ListId = number[^1] < '6' ? Guid.Empty : new Guid(number[^1], 0, 0, new byte[8]) });

    [Fact]
    public void What_was_packed_comes_out_in_the_same_order() =>
        _line.Array[0, 60].Sample(lines => Assert.Equal(lines, ChunkLines.Unpack(ChunkLines.Pack(lines))));

    [Fact]
    public void Line_ends_that_a_client_changed_do_no_harm() =>
        _line.Array[0, 60].Sample(lines => Assert.Equal(
            lines, ChunkLines.Unpack(ChunkLines.Pack(lines).Replace("\n", "\r\n", StringComparison.Ordinal))));

    [Fact]
    public void Those_left_out_keep_what_was_entered_on_one_line()
    {
        var id = Guid.NewGuid();

        var lines = ChunkLines.UnpackSkipped(ChunkLines.PackSkipped(
            [new("contact", id, "0912\t12\n34", "number-too-short"), new(string.Empty, Guid.Empty, string.Empty, SkippedLine.NoNumber)]));

        Assert.Equal(
            [new SkippedLine("contact", id, "0912 12 34", "number-too-short"), new SkippedLine(string.Empty, Guid.Empty, string.Empty, SkippedLine.NoNumber)],
            lines);
    }

    [Fact]
    public void A_thousand_lines_with_long_names_fit_into_the_memo()
    {
        var line = new ChunkLine(new string('t', 100), Guid.NewGuid(), new string('9', 15), new string('ن', 100));

        Assert.True(ChunkLines.Pack([.. Enumerable.Repeat(line, ChunkLines.Most)]).Length < 1_048_576);
        Assert.Throws<ArgumentException>(() => ChunkLines.Pack([.. Enumerable.Repeat(line, ChunkLines.Most + 1)]));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("@contact\nxyz\t989121234567")]
    public void What_somebody_else_wrote_is_refused(string packed) =>
        Assert.Throws<FormatException>(() => ChunkLines.Unpack(packed));

    [Fact]
    public void Nothing_is_packed_as_nothing()
    {
        Assert.Empty(ChunkLines.Pack([]));
        Assert.Empty(ChunkLines.Unpack(null));
    }
}

using DevHost.Contacts;

namespace DevHostTests;

/// <summary>Odd quotes spoil the row they stand in, and no good row is lost with it.</summary>
public sealed class CsvQuoteTests : IDisposable
{
    private const string Header = "firstname,lastname,mobilephone";

    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Quotes_in_the_middle_of_fields_spoil_their_own_lines_only()
    {
        var file = Read(Header, "علی,لوله 5\" پهن,09121110001", "رضا,احمدی,09121110002", "سارا,کفش \"نو,09121110003", "مینا,نوری,09121110004");

        Assert.Equal([3, 5], file.Rows.Select(row => row.Line));
        Assert.Equal([2, 4], file.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void A_quote_that_is_never_closed_ends_with_its_line_whatever_quotes_follow()
    {
        var file = Read(Header, "\"علی,احمدی,09121110001", "رضا,\"پخش، دارو\",09121110002", "\"مینا\",نوری,09121110003", "سارا,\"کریمی,09121110004", "نیما,راد\",09121110005,");

        Assert.Equal([3, 4], file.Rows.Select(row => row.Line));
        Assert.Equal("پخش، دارو", file.Rows[0].LastName);
        Assert.Equal([2, 5, 6], file.Problems.Select(problem => problem.Line));
    }

    public void Dispose() => File.Delete(_file);

    private ContactFile Read(params string[] lines)
    {
        File.WriteAllLines(_file, lines);
        return ContactFile.Read(_file);
    }
}

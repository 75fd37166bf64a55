using System.Text;
using DevHost;
using DevHost.Contacts;

namespace DevHostTests;

/// <summary>What a CSV file of contacts is read as.</summary>
public sealed class ContactFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Columns_stand_in_any_order_and_case_and_unknown_ones_are_reported()
    {
        var file = Read("LastName,  mobilephone ,Shoe Size,FirstName\nیوسفی,09121111111,41,كاوه\n");

        Assert.Equal(new ContactRow(2, "كاوه", "یوسفی", "", "09121111111", ""), Assert.Single(file.Rows));
        Assert.Equal(["Shoe Size"], file.IgnoredColumns);
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_change_nothing()
    {
        File.WriteAllText(_path, "firstname,mobilephone\r\nمریم,۰۹۱۲۱۱۱۱۱۱۱\r\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        var row = Assert.Single(ContactFile.Read(_path).Rows);

        Assert.Equal(("مریم", "۰۹۱۲۱۱۱۱۱۱۱"), (row.FirstName, row.MobilePhone));
    }

    [Fact]
    public void Quoted_fields_hold_commas_quotes_and_line_ends()
    {
        var file = Read("mobilephone,company\n09121111111,\"پخش، \"\"نیک\"\", دارو\nو تجهیزات\"\n09121111112,x\n");

        Assert.Equal("پخش، \"نیک\", دارو\nو تجهیزات", file.Rows[0].Company);
        Assert.Equal(4, file.Rows[1].Line);
    }

    [Fact]
    public void Blank_lines_are_not_rows()
    {
        var file = Read("mobilephone\n\n09121111111\n   \n\t\n09121111112\n\n");

        Assert.Equal([3, 6], file.Rows.Select(r => r.Line));
        Assert.Empty(file.Problems);
    }

    [Fact]
    public void A_quote_that_is_never_closed_spoils_its_own_line_only()
    {
        var file = Read("mobilephone,firstname\n09121111111,\"مریم\n09121111112,علی\n");

        Assert.Equal(2, Assert.Single(file.Problems).Line);
        Assert.Equal("علی", Assert.Single(file.Rows).FirstName);
    }

    [Fact]
    public void Rows_with_too_few_or_too_many_fields_or_a_stray_quote_are_listed_and_the_rest_goes_on()
    {
        var file = Read("mobilephone,firstname\n0912\n0912,a,b\n0912,a\"b\"c\n,\n09121111112,علی\n");

        Assert.Equal([2, 3, 4, 5], file.Problems.Select(p => p.Line));
        Assert.Equal("1 fields where the header has 2", file.Problems[0].Reason);
        Assert.Equal("every field is empty", file.Problems[3].Reason);
        Assert.Single(file.Rows);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n\n", "is empty")]
    [InlineData("firstname\nمریم\n", "has no column mobilephone")]
    [InlineData("mobilephone,mobilephone\n", "names the column mobilephone twice")]
    [InlineData("\"mobilephone\nx\n", "the header cannot be read")]
    public void A_file_that_cannot_be_used_is_refused_with_a_sentence(string text, string sentence)
    {
        var refused = Assert.Throws<BadInputException>(() => Read(text));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    private ContactFile Read(string text)
    {
        File.WriteAllText(_path, text);
        return ContactFile.Read(_path);
    }
}

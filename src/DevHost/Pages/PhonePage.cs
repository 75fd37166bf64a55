using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace DevHost.Pages;

/// <summary>The simulated phone: what it received, and a form that texts a line.</summary>
public static class PhonePage
{
    /// <summary>The phone of a number; without one, a form that asks for it and the phones that received something.</summary>
    public static IResult Show(LocalSystem system, string? number)
    {
        var page = new Page("Simulated phone").Link("/", "All tables");
        if (string.IsNullOrWhiteSpace(number))
        {
            return page.Heading("Phones that received something")
                .Table(["Phone", "Messages"], system.Phones().Select(p => (IReadOnlyList<Cell>)[
                    new Cell(p.Number, "/phone?number=" + p.Number), new Cell(p.Messages.ToString(CultureInfo.InvariantCulture), IsNumber: true)]))
                .Heading("Text a line")
                .Form("/phone", "Send", new Field("number", "From (any Iranian mobile)", "09120000007"), LineField(system), TextField)
                .Answer();
        }

        try
        {
            var phone = system.Simulators.Phones.Phone(number);
            return page.Heading(phone.Number)
                .Table(["Received (UTC)", "From line", "Text"], phone.Inbox.Select(m => (IReadOnlyList<Cell>)[
                    new Cell(m.ReceivedOn.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)), new Cell(m.Line), new Cell(m.Text)]))
                .Heading("Text a line")
                .Form("/phone", "Send", new Field("number", "From", phone.Number), LineField(system), TextField)
                .Answer();
        }
        catch (ArgumentException problem)
        {
            return page.Note(SentenceOf(problem)).Answer(400);
        }
    }

    /// <summary>Sends what the form holds, then shows the phone again.</summary>
    public static IResult Send(LocalSystem system, string number, string line, string text)
    {
        try
        {
            var phone = system.Simulators.Phones.Phone(number);
            phone.Send(line, text);
            return Results.Redirect("/phone?number=" + phone.Number);
        }
        catch (ArgumentException problem)
        {
            return new Page("Simulated phone").Note(SentenceOf(problem)).Link("/phone", "Back").Answer(400);
        }
    }

    // The runtime adds the parameter's name, which is nothing to a reader of the page.
    private static string SentenceOf(ArgumentException problem) => problem.Message.Split(" (Parameter '")[0];

    private static Field TextField => new("text", "Text", "مشکل حاد: ذخیره نشدن فرم‌های برنامه", IsLong: true);

    private static Field LineField(LocalSystem system) => new("line", "To line", system.Simulators.Simulators[0].Account.Lines[0]);
}

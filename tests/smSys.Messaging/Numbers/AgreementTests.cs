using System.Text.RegularExpressions;
using PhoneNumbers;
using smSys.Messaging.Numbers;
using Xunit.Abstractions;

namespace smSys.Messaging.Tests.Numbers;

/// <summary>
/// Holds the parser against libphonenumber on 100,000 Iranian inputs, right and wrong. Every disagreement must fall under one
/// line of the table below; a line that explains nothing any more fails too.
/// </summary>
public class AgreementTests(ITestOutputHelper output)
{
    private const int Inputs = 100_000;
    private static readonly PhoneNumberUtil _library = PhoneNumberUtil.GetInstance();

    private static readonly Explanation[] _table =
    [
        new(
            "mobile prefix",
            "Iranian mobiles are 9 and nine digits; the library refuses prefixes that were not given out when its metadata was made.",
            c => c.Ours.IsValid && c.Ours.Number.IsIranianMobile && c.Reading == c.Ours.Number.E164 && c.Theirs is null),
        new(
            "another country",
            "Of other countries smSys knows the code and the length, the library their whole plans; who sends abroad hears it from the provider.",
            c => c.Ours.IsValid && !c.Ours.Number.Digits.StartsWith("98", StringComparison.Ordinal)),
        new(
            "marks",
            "Invisible marks, underscores, quotes, tel: and a second plus sign are what copying leaves behind; without them both read the same or another line explains it.",
            c => c.Ours.IsValid && Tidy(c.Text) is var tidy && tidy != c.Text && Explains(Case.Of(tidy), c.Ours)),
        new(
            "zero before 98",
            "098 and ten digits can be nothing else; the library counts too many digits.",
            c => c.Ours.IsValid && c.Theirs is null && LeadingZero(c.Text) is var plus && plus != c.Text && Explains(Case.Of(plus), c.Ours)),
        new(
            "letters",
            "The library drops letters in front, reads letters in the middle as keys or extensions; smSys refuses: an SMS goes to no extension.",
            c => c.Ours.Problem.Kind == NumberProblemKind.Letter && c.Text.Any(char.IsLetter)),
        new(
            "signs",
            "A star, number sign, colon and the like inside a number is a slip of the hand or another thing than a number; the library reads over it.",
            c => c.Ours.Problem.Kind == NumberProblemKind.Sign && Regex.IsMatch(c.Text, "[*#?:@+,;،\n]")),
        new(
            "two numbers",
            "The library takes the first of two numbers; smSys cannot know which one is meant.",
            c => c.Ours.Problem.Kind == NumberProblemKind.TwoNumbers && Regex.IsMatch(c.Text, "[\\p{L},;،\n/+ ]")),
        new(
            "short numbers of an area",
            "The library knows service numbers of fewer than ten digits inside an area; no SMS reaches them.",
            c => c.Ours.Problem.Kind == NumberProblemKind.TooShort && c.Theirs is { Length: < 13 }),
        new(
            "zeros behind 98",
            "Two zeros behind the country code are a slip of the hand in a place where smSys does not guess; the library drops them.",
            c => c.Ours.Problem.Kind == NumberProblemKind.Prefix && Regex.IsMatch(c.Text, "[9٩۹]\\W*[8٨۸]\\W*[0٠۰]\\W*[0٠۰]")),
    ];

    [Fact]
    public void Every_disagreement_with_libphonenumber_is_explained()
    {
        var generator = new NumberGenerator(20261123);
        var counts = _table.ToDictionary(line => line.Name, _ => 0);
        var unexplained = new List<string>();
        var agreedValid = 0;
        var agreedInvalid = 0;

        for (var i = 0; i < Inputs; i++)
        {
            var input = Case.Of(generator.Next());
            if (input.Agrees)
            {
                agreedValid += input.Ours.IsValid ? 1 : 0;
                agreedInvalid += input.Ours.IsValid ? 0 : 1;
            }
            else if (_table.FirstOrDefault(line => line.Holds(input)) is { } line)
            {
                counts[line.Name]++;
            }
            else
            {
                unexplained.Add(input.ToString());
            }
        }

        output.WriteLine($"{Inputs:N0} inputs: {agreedValid:N0} valid for both with the same digits, {agreedInvalid:N0} for neither");
        foreach (var line in _table)
        {
            output.WriteLine($"{counts[line.Name],7:N0}  {line.Name}: {line.Reason}");
        }

        Assert.True(unexplained.Count == 0, string.Join("\n", unexplained.Take(20)));
        Assert.DoesNotContain(counts, count => count.Value == 0);
        Assert.True(agreedValid > 15_000 && agreedInvalid > 15_000);
    }

    [Fact]
    public void Numbers_that_operators_have_given_out_agree_without_exception()
    {
        var random = new Random(98);
        string[] prefixes = ["901", "902", "903", "905", "910", "911", "912", "913", "919", "920", "921", "922", "930", "933", "935", "939", "990", "991", "992"];
        foreach (var prefix in prefixes)
        {
            for (var i = 0; i < 500; i++)
            {
                var national = prefix + random.Next(10_000_000).ToString("D7");
                foreach (var text in new[] { "0" + national, national, "+98" + national, "0098 " + national, "98" + national, "+98 (0) " + national })
                {
                    var input = Case.Of(text);

                    Assert.True(input.Agrees && input.Ours.IsValid, input.ToString());
                }
            }
        }
    }

    private static bool Explains(Case other, NumberResult ours) =>
        other.Ours.IsValid && other.Ours.Number == ours.Number && (other.Agrees || _table.Any(line => line.Holds(other)));

    private static string Tidy(string text) =>
        Regex.Replace(Regex.Replace(text, "[\\p{Cf}_\"'\u0640]|^\\s*tel:", string.Empty, RegexOptions.IgnoreCase), "^\\W*\\+\\W*", "+");

    private static string LeadingZero(string text) => Regex.Replace(text, "^\\W*[0٠۰]", "+");

    private sealed record Explanation(string Name, string Reason, Func<Case, bool> Holds);

    private sealed record Case(string Text, NumberResult Ours, string? Theirs, string? Reading)
    {
        public bool Agrees => Ours.IsValid ? Ours.Number.E164 == Theirs : Theirs is null;

        public static Case Of(string text)
        {
            var ours = PhoneNumberParser.Parse(text);
            try
            {
                var theirs = _library.Parse(text, "IR");
                var reading = _library.Format(theirs, PhoneNumberFormat.E164);
                return new Case(text, ours, _library.IsValidNumber(theirs) ? reading : null, reading);
            }
            catch (NumberParseException)
            {
                return new Case(text, ours, null, null);
            }
        }

        public override string ToString() =>
            string.Concat(Text.Select(c => char.IsLetterOrDigit(c) || c is >= ' ' and <= '~' ? c.ToString() : $"<{(int)c:X4}>"))
            + " · ours: " + (Ours.IsValid ? Ours.Number.E164 : Ours.Problem.Code) + " · theirs: " + (Theirs ?? "not valid, " + Reading);
    }
}

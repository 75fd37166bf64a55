using System.Globalization;
using smSys.Messaging.Text;

namespace smSys.Messaging.Keywords;

/// <summary>What can be wrong with a keyword rule.</summary>
public enum KeywordProblemKind
{
    /// <summary>No word and no place.</summary>
    Empty,

    /// <summary>A brace without its partner.</summary>
    Brace,

    /// <summary>The name of a place is missing or holds something else than letters, digits and underscores.</summary>
    PlaceName,

    /// <summary>Two places with the same name.</summary>
    PlaceTwice,

    /// <summary>The rest is not the last place.</summary>
    RestNotLast,
}

/// <summary>What is wrong with a keyword rule, and where (UTF-16 units from 0).</summary>
public sealed record KeywordProblem(KeywordProblemKind Kind, int Position, string Found)
{
    /// <summary>A word that never changes, for logs and tests.</summary>
    public string Code => Kind switch
    {
        KeywordProblemKind.Empty => "keyword-empty",
        KeywordProblemKind.Brace => "keyword-brace",
        KeywordProblemKind.PlaceName => "keyword-place-name",
        KeywordProblemKind.PlaceTwice => "keyword-place-twice",
        _ => "keyword-rest-not-last",
    };

    /// <summary>One sentence for the administrator who writes the rule.</summary>
    public string Sentence(Language language)
    {
        var place = (Position + 1).ToString(CultureInfo.InvariantCulture);
        return language == Language.Persian ? "جای " + place + ": " + InPersian() : "Place " + place + ": " + InEnglish();
    }

    private string InEnglish() => Kind switch
    {
        KeywordProblemKind.Empty => "the rule holds no word.",
        KeywordProblemKind.Brace => "the brace " + Found + " has no partner.",
        KeywordProblemKind.PlaceName => "\"" + Found + "\" is no name of a place; write for example {severity}.",
        KeywordProblemKind.PlaceTwice => "the place " + Found + " occurs twice.",
        _ => "the rest {" + Found + "*} has to be the last thing in the pattern.",
    };

    private string InPersian() => Kind switch
    {
        KeywordProblemKind.Empty => "در این قاعده واژه‌ای نیست.",
        KeywordProblemKind.Brace => "آکولاد " + Found + " جفت ندارد.",
        KeywordProblemKind.PlaceName => "«" + Found + "» نام درستی نیست؛ برای نمونه {severity} بنویسید.",
        KeywordProblemKind.PlaceTwice => "نام " + Found + " دو بار آمده است.",
        _ => "باقی متن {" + Found + "*} باید آخرین چیز الگو باشد.",
    };
}

/// <summary>Either a value or what is wrong with its source.</summary>
public sealed record KeywordParse<T>(T? Value, KeywordProblem? Problem)
    where T : class
{
    /// <summary><see cref="Value"/> may be read.</summary>
    public bool IsValid => Value is not null;
}

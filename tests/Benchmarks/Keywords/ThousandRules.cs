using smSys.Messaging.Keywords;

namespace Benchmarks.Keywords;

/// <summary>
/// Rules as an organisation with many services may have them: nearly half by first word in two spellings, a third by contained
/// words, a fifth by patterns; words that many rules share, lines of their own, and a default.
/// </summary>
internal static class ThousandRules
{
    public const int Count = 1000;
    private const string Report = "گزارش خرابی {severity} {description*}";

    /// <summary>The texts, and the rule that has to win.</summary>
    public static IReadOnlyDictionary<string, (string Text, string Winner)> Texts { get; } = new Dictionary<string, (string, string)>
    {
        ["word"] = ("کد۸۶۸", "کد868 شماره868"),
        ["words"] = ("ثبت‌نام سرویس۴۵۱ تایید", "تایید ثبت‌نام سرویس451"),
        ["places"] = ("گزارش خرابی حاد: ذخیره نشدن فرم‌های برنامه پس از به‌روز رسانی دیروز", Report),
        ["question"] = ("سلام، لطفا تعرفه سرویس جدید و زمان راه‌اندازی آن را برای من بفرستید", string.Empty),
        ["letter"] = (
            "با سلام و احترام، پیرو گزارش خرابی که هفته گذشته تلفنی اعلام کردم و متاسفانه تا امروز هیچ کارشناسی برای بررسی آن مراجعه نکرده است، خواهشمندم دستور فرمایید "
            + "در اسرع وقت نسبت به رفع مشکل سرویس اینترنت دفتر ما اقدام شود و نتیجه را از طریق همین شماره به اطلاع اینجانب برسانید", string.Empty),
    };

    public static IReadOnlyList<KeywordRule> Make()
    {
        var rules = new List<KeywordRule>();
        for (var i = 0; i < Count - 2; i++)
        {
            rules.Add((i % 20) switch
            {
                < 9 => Rule(i, KeywordMatchKind.FirstWord, $"کد{i} شماره{i}"),
                < 12 => Rule(i, KeywordMatchKind.ContainedWords, $"تایید ثبت‌نام سرویس{i}"),
                < 15 => Rule(i, KeywordMatchKind.ContainedWords, $"مشکل سرویس بخش{i}"),
                15 => Rule(i, KeywordMatchKind.ContainedWords, $"تعرفه سرویس{i}"),
                < 18 => Rule(i, KeywordMatchKind.Pattern, $"گزارش موضوع{i} {{severity}} : {{description*}}"),
                18 => Rule(i, KeywordMatchKind.Pattern, $"مصرف سرویس{i} {{period*}}"),
                _ => Rule(i, KeywordMatchKind.Pattern, $"قرعه{i} {{code}}") with { Line = i % 40 == 19 ? "+98 3000 9999" : null },
            });
        }

        rules.Add(Rule(Count - 2, KeywordMatchKind.Pattern, Report));
        rules.Add(Rule(0, KeywordMatchKind.Default, string.Empty));
        return rules;
    }

    private static KeywordRule Rule(int order, KeywordMatchKind kind, string text) => new()
    {
        Id = Guid.NewGuid(),
        Order = order,
        Kind = kind,
        Text = text,
        Actions =
        [
            new KeywordAction { Id = Guid.NewGuid(), Kind = KeywordActionKind.Reply, Order = 2, Text = "{{text}}" },
            new KeywordAction { Id = Guid.NewGuid(), Kind = KeywordActionKind.CreateCase, Order = 1 },
        ],
    };
}

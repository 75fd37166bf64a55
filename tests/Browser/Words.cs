using System.Globalization;

namespace Browser;

/// <summary>Texts that a person could have written, each of them only once.</summary>
internal static class Words
{
    private static readonly string[] Days = ["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه"];
    private static readonly string[] Places = ["تهران", "شیراز", "تبریز", "اصفهان", "مشهد", "کرمان", "رشت"];

    private static int _given;

    /// <summary>The words, with a day, a place and a row number that no other text of this run has.</summary>
    public static string Fresh(string words)
    {
        var given = Interlocked.Increment(ref _given);
        var number = string.Concat(given.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '۰')));
        return $"{words}، {Days[given % Days.Length]} در {Places[given % Places.Length]}، ردیف {number}";
    }
}

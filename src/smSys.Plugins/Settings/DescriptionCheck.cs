using System.Linq;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Providers.Generic.Definitions;

namespace smSys.Plugins.Settings;

/// <summary>Judges the description of a provider without code when it is saved, not when it is first used.</summary>
public static class DescriptionCheck
{
    /// <summary>More sentences than this nobody reads in a message box; the rest shows when these are mended.</summary>
    private const int MostSentences = 5;

    /// <summary>Refuses a setting of kind HTTP whose description has problems; says nothing of other kinds.</summary>
    /// <param name="setting">As it will be.</param>
    /// <exception cref="RefusalException">Each problem is a sentence: the place, what is wrong there, what to do.</exception>
    public static void Judge(SmsSettingRow setting)
    {
        if (setting.ProviderKind != ProviderKind.HTTP)
        {
            return;
        }

        SettingOptions.Parse(setting.Options).TryGetValue(SettingOptions.Definition, out var json);
        var problems = HttpDefinition.Check(json ?? string.Empty);
        if (problems.Count > 0)
        {
            var sentences = string.Join(" ", problems.Take(MostSentences));
            throw new RefusalException(
                "setting-description",
                "The description of the provider cannot be used; mend it in the options. " + sentences,
                "شرح سرویس‌دهنده پذیرفته نشد؛ آن را در گزینه‌ها درست کنید. " + sentences);
        }
    }
}

namespace CrmEmulator.Metadata;

/// <summary>A text in several languages, by LCID; English (1033) stands in for a missing one.</summary>
public sealed class Labels
{
    public const int English = 1033;

    private readonly SortedDictionary<int, string> texts;

    public Labels(IEnumerable<KeyValuePair<int, string>> texts)
    {
        this.texts = new SortedDictionary<int, string>();
        foreach (var text in texts)
        {
            this.texts[text.Key] = text.Value;
        }
    }

    public static Labels None { get; } = new([]);

    public IReadOnlyDictionary<int, string> Texts => texts;

    public static Labels InEnglish(string text) => new([new KeyValuePair<int, string>(English, text)]);

    /// <summary>The text in the language, else in English, else in any; empty when there is none.</summary>
    public string In(int language)
    {
        if (texts.TryGetValue(language, out var text) || texts.TryGetValue(English, out text))
        {
            return text;
        }

        return texts.Count == 0 ? string.Empty : texts.First().Value;
    }

    public override string ToString() => In(English);
}

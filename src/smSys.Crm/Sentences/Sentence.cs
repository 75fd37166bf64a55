using smSys.Messaging.Text;

namespace smSys.Crm.Sentences;

/// <summary>One sentence for people, in the two languages that smSys speaks.</summary>
public sealed record Sentence(string English, string Persian)
{
    /// <summary>In the language asked for.</summary>
    public string In(Language language) => language == Language.Persian ? Persian : English;
}

using Microsoft.Xrm.Sdk;
using smSys.Crm.Sentences;
using smSys.Messaging.Text;

namespace smSys.Plugins.Shell;

/// <summary>Says sentences in the organisation's language, for notes on records. The language is asked for once, when needed.</summary>
public sealed class Notes
{
    private readonly IOrganizationService _system;
    private Language? _language;

    /// <summary>Reads as SYSTEM.</summary>
    public Notes(IOrganizationService system) => _system = system;

    /// <summary>The organisation's language.</summary>
    public Language Language => _language ??= LanguageReader.OfOrganization(_system);

    /// <summary>The sentence, at most 500 characters.</summary>
    public string Say(Sentence sentence)
    {
        var text = sentence.In(Language);
        return text.Length <= 500 ? text : text.Substring(0, 500);
    }
}

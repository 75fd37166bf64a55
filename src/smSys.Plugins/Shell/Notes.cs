using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Sentences;
using smSys.Messaging.Text;

namespace smSys.Plugins.Shell;

/// <summary>
/// Says sentences for notes on records: in the language of the default setting or the organisation, or in that of the one user
/// whom a record is about. The language is asked for once, when needed.
/// </summary>
public sealed class Notes
{
    private readonly IOrganizationService _system;
    private readonly Guid? _userId;
    private Language? _language;

    /// <summary>Reads as SYSTEM.</summary>
    public Notes(IOrganizationService system, Guid? userId = null)
    {
        _system = system;
        _userId = userId;
    }

    /// <summary>The language.</summary>
    public Language Language => _language ??= _userId is { } user ? LanguageReader.OfUser(_system, user) : LanguageReader.OfOrganization(_system);

    /// <summary>The sentence, at most 500 characters.</summary>
    public string Say(Sentence sentence)
    {
        var text = sentence.In(Language);
        return text.Length <= 500 ? text : text.Substring(0, 500);
    }
}

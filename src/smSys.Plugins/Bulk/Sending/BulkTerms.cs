using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using smSys.Messaging.Templates;
using smSys.Plugins.Messages;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>What all messages of a bulk that go out by one setting have in common, worked out once a tick.</summary>
public sealed class BulkTerms
{
    /// <summary>Of a frozen bulk.</summary>
    /// <exception cref="Crm.Sentences.RefusalException">The frozen template cannot be read.</exception>
    public BulkTerms(SmsBulkRow bulk, SmsSettingRow setting, SmsNumberRow? line)
    {
        Bulk = bulk;
        Template = MessageText.Parse(bulk.FrozenText ?? string.Empty);
        Missing = bulk.MissingValuePolicy switch
        {
            Crm.Tables.MissingValuePolicy.UseDefault => Messaging.Templates.MissingValuePolicy.UseDefault,
            Crm.Tables.MissingValuePolicy.SendAnyway => Messaging.Templates.MissingValuePolicy.Send,
            _ => Messaging.Templates.MissingValuePolicy.Skip,
        };

        // Who did not say what it is, is held to the stricter rules.
        MessageClass = bulk.MessageClass ?? line?.MessageClass ?? MessageClass.Advertising;
        CreatedOn = bulk.CreatedOn ?? throw new InvalidOperationException("The bulk was read without its creation time.");
        Line = line?.Reference;
        ReplyLine = bulk.ReplyNumberId ?? line?.ReplyNumberId ?? Line;
        SenderDigits = line?.Line ?? string.Empty;
        Setting = setting;
    }

    /// <summary>The bulk.</summary>
    public SmsBulkRow Bulk { get; }

    /// <summary>The frozen text.</summary>
    public Template Template { get; }

    /// <summary>What happens to recipients of whom a value is missing.</summary>
    public Messaging.Templates.MissingValuePolicy Missing { get; }

    /// <summary>Service or advertising.</summary>
    public MessageClass MessageClass { get; }

    /// <summary>The time in the ids of its messages; never changes.</summary>
    public DateTime CreatedOn { get; }

    /// <summary>The line it goes out from; null when the setting has none.</summary>
    public EntityReference? Line { get; }

    /// <summary>Where answers arrive.</summary>
    public EntityReference? ReplyLine { get; }

    /// <summary>Digits of <see cref="ReplyLine"/>, where the text tells them; null otherwise.</summary>
    public string? ReplyDigits { get; set; }

    /// <summary>The marketing lists that it goes to and that still exist.</summary>
    public HashSet<Guid> Lists { get; set; } = [];

    /// <summary>Digits of <see cref="Line"/>; empty without one.</summary>
    public string SenderDigits { get; }

    /// <summary>The setting it goes out by.</summary>
    public SmsSettingRow Setting { get; }

    /// <summary>The text as it goes out: advertising says how to opt out.</summary>
    public string Finish(string text) => MessageText.WithOptOutLine(text, MessageClass, Setting);

    /// <summary>Records that want no advertising get none: only where the setting says so, and only for advertising.</summary>
    public bool RespectsContactFlags => (Setting.RespectDoNotContact ?? false) && MessageClass == MessageClass.Advertising;
}

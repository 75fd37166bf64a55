using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Keywords;
using smSys.Messaging.Messages;
using smSys.Messaging.Templates;
using KeywordMatch = smSys.Messaging.Keywords.KeywordMatch;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>What the actions of a rule work on, and what the ones before have made.</summary>
public sealed class ActionScene
{
    /// <summary>The scene of a message whose rule was found.</summary>
    public ActionScene(
        Composition composition, SmsRow message, SmsNumberRow line, SmsSettingRow setting, EntityReference? sender, KeywordMatch match)
    {
        Composition = composition;
        Message = message;
        Line = line;
        Setting = setting;
        Sender = sender;
        Match = match;
    }

    /// <summary>The execution.</summary>
    public Composition Composition { get; }

    /// <summary>The incoming message.</summary>
    public SmsRow Message { get; }

    /// <summary>The line it came in on.</summary>
    public SmsNumberRow Line { get; }

    /// <summary>The line's setting.</summary>
    public SmsSettingRow Setting { get; }

    /// <summary>The matched record; null when nobody knows who wrote.</summary>
    public EntityReference? Sender { get; }

    /// <summary>The rule and what it took from the text.</summary>
    public KeywordMatch Match { get; }

    /// <summary>The case that an action opened.</summary>
    public EntityReference? Case { get; set; }

    /// <summary>The team that an action routed to.</summary>
    public EntityReference? Team { get; set; }

    /// <summary>What an action collected for the texts of the next, by path; null before.</summary>
    public NamedValues? Collected { get; set; }

    /// <summary>What people should know.</summary>
    public List<Sentence> Notes { get; } = [];

    /// <summary>The id of what an action makes: the same however often it is done.</summary>
    public Guid IdOf(KeywordAction action) => DeterministicId.ForKeywordAction(
        Message.ArrivedOn ?? Message.CreatedOn ?? Composition.Services.StartedOn, Message.Id, Match.Rule.Id, action.Id);
}

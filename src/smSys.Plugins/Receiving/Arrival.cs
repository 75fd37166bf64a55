using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Faults;
using smSys.Crm.Keywords;
using smSys.Crm.Queues;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Keywords;
using smSys.Plugins.Receiving.Actions;
using KeywordMatch = smSys.Messaging.Keywords.KeywordMatch;

namespace smSys.Plugins.Receiving;

/// <summary>
/// What is done for one incoming message: find the sender, split the words, let the first matching rule act, put it into the
/// owner's queue. An action that fails is noted on the message; the others go on.
/// </summary>
public sealed class Arrival
{
    private readonly Composition _composition;
    private readonly SmsRow _message;
    private readonly List<string> _notes = [];

    /// <summary>For a message that the caller has claimed.</summary>
    public Arrival(Composition composition, SmsRow message)
    {
        _composition = composition;
        _message = message;
    }

    /// <summary>Works.</summary>
    /// <returns>What is to be written into the message before it becomes Received.</returns>
    public SmsRow Work()
    {
        var services = _composition.Services;
        var change = new SmsRow(_message.Id) { ClaimedUntil = null, ReceivedOn = services.Clock() };
        var line = _message.NumberId is { } id ? _composition.Lines.Read(id.Id) : null;
        var setting = line?.SettingId is { } settingId ? _composition.Settings.Read(settingId.Id) : null;
        if (line is null || setting is null)
        {
            change.StateNote = _composition.Notes.Say(new Sentence(
                "The line of this message is gone, so nothing was done about it.", "خط این پیامک حذف شده و کاری برایش انجام نشد."));
            return change;
        }

        var sender = new SenderFinder(_composition.Messages, _composition.Addresses).Find(_message.PhoneNumber ?? string.Empty, line);
        Describe(sender, change);
        var separators = SeparatorSet.Parse(setting.Separators);
        var words = WordSplitter.Split(_message.Text ?? string.Empty, separators);
        change.Words = Cut(string.Join("\n", words.Words.Select(words.Original)), 4000);

        var matcher = new KeywordMatcher(new RuleReader(services.System).Read(line.Id), separators);
        foreach (var problem in matcher.Problems)
        {
            services.Trace("Rule " + problem.Rule.Id.ToString("D") + " is left out: " + problem.Problem.Code);
        }

        if (matcher.Match(words, line.Line ?? string.Empty) is { } match)
        {
            change.KeywordId = new EntityReference(SmsKeyword.LogicalName, match.Rule.Id);
            Act(match, new ActionScene(_composition, _message, line, setting, sender.Record, match), change);
        }

        Try("queue", () => Enqueue(line));
        change.StateNote = _notes.Count == 0 ? null : Cut(string.Join(" ", _notes), 500);
        return change;
    }

    private static void Describe(SenderMatch sender, SmsRow change)
    {
        if (sender.Record is { } record)
        {
            change.RecipientTable = record.LogicalName;
            change.RecipientId = record.Id.ToString("D");
            change.From = new EntityCollection([new Entity("activityparty") { ["partyid"] = record }]);
            change.RegardingObjectId = record.LogicalName is "contact" or "account" or "lead" ? record : null;
        }

        change.IsAmbiguous = sender.IsAmbiguous;
        change.Candidates = sender.IsAmbiguous
            ? Cut(string.Join("\n", sender.Candidates.Select(entry => entry.Record.LogicalName + " " + entry.Record.Id.ToString("D") + " " + entry.Record.Name)), 4000)
            : null;
    }

    private void Act(KeywordMatch match, ActionScene scene, SmsRow change)
    {
        foreach (var action in match.Actions)
        {
            Try(action.Kind.ToString(), () => KeywordActions.Run(action, scene));
        }

        change.CaseId = scene.Case;
        change.TeamId = scene.Team;
        _notes.AddRange(scene.Notes.Select(_composition.Notes.Say));
    }

    private void Enqueue(SmsNumberRow line)
    {
        var door = new QueueDoor(_composition.Services.System);
        var queue = line.QueueId?.Id ?? (line.OwnerId is { } owner ? door.QueueOf(owner) : null);
        if (queue is { } destination)
        {
            door.Put(_message.Reference, destination);
        }
    }

    private void Try(string what, Action act)
    {
        try
        {
            act();
        }
        catch (RefusalException refusal)
        {
            _notes.Add(what + ": " + _composition.Notes.Say(refusal.Sentence) + " (" + refusal.Code + ")");
        }
        catch (FaultException<OrganizationServiceFault> fault) when (!CrmFaults.MayHaveWorked(fault))
        {
            _notes.Add(what + ": " + fault.Detail.Message);
            _composition.Services.Trace(what + " failed: " + fault.Detail.Message);
        }
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text.Substring(0, most);
}

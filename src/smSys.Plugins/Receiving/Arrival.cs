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
using smSys.Messaging.Consent;
using smSys.Messaging.Keywords;
using smSys.Plugins.Consents;
using smSys.Plugins.Receiving.Actions;
using KeywordMatch = smSys.Messaging.Keywords.KeywordMatch;

namespace smSys.Plugins.Receiving;

/// <summary>
/// What is done for one incoming message: find the sender, heed the words that switch messages off and on, split the words, let
/// the matching rules act, put it into the owner's queue. What fails is noted on the message and on the rule; the rest goes on.
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
        if (sender.IsUnknown && setting.UnknownSenderPolicy == UnknownSenderPolicy.CreateLead)
        {
            Try("lead", () => sender = new SenderMatch(UnknownSender.Lead(_composition, _message, line), []));
        }

        SenderColumns.Write(sender, _message, change);
        var separators = SettingSeparators.Of(setting);
        var words = WordSplitter.Split(_message.Text ?? string.Empty, separators);
        change.Words = Cut(string.Join("\n", words.Words.Select(words.Original)), 4000);
        Heed(line, setting, sender.Record, words, change);
        Try("queue", () => Enqueue(line));
        change.StateNote = _notes.Count == 0 ? null : Cut(string.Join(" ", _notes), 500);
        return change;
    }

    // A rule that itself opts in or out knows better than the words of the setting; any other rule is not meant by "stop".
    private void Heed(SmsNumberRow line, SmsSettingRow setting, EntityReference? sender, SplitText words, SmsRow change)
    {
        var services = _composition.Services;
        var consent = new ConsentWords(setting);
        var word = consent.Find(_message.Text ?? string.Empty);
        var ready = MatcherCache.Of(services.System, services.Context.OrganizationId, line.Id, setting, services.Clock());
        if (ready.IsNew)
        {
            Report(ready.Matcher.Problems);
        }

        var matches = ready.Matcher.MatchAll(words, line.Line ?? string.Empty);
        if (word is not null && !matches.Any(IsAboutConsent))
        {
            Try("consent", () => consent.Act(_composition, _message, line, sender, word));
            return;
        }

        foreach (var match in matches)
        {
            change.KeywordId ??= new EntityReference(SmsKeyword.LogicalName, match.Rule.Id);
            Act(match, new ActionScene(_composition, _message, line, setting, sender, match), change);
        }
    }

    private static bool IsAboutConsent(KeywordMatch match) =>
        match.Rule.Kind != KeywordMatchKind.Default
        && match.Rule.Actions.Any(action => action.Kind is Messaging.Keywords.KeywordActionKind.OptOut or Messaging.Keywords.KeywordActionKind.OptIn);

    private void Report(IReadOnlyList<RuleProblem> problems)
    {
        foreach (var problem in problems)
        {
            _composition.Services.Trace("Rule " + problem.Rule.Id.ToString("D") + " is left out: " + problem.Problem.Code);
            var sentence = problem.Problem.Sentence(_composition.Notes.Language) + " (" + problem.Problem.Code + ")";
            Try("rule", () => new RuleHealth(_composition.Services.System).Note(problem.Rule.Id, sentence, null));
        }
    }

    private void Act(KeywordMatch match, ActionScene scene, SmsRow change)
    {
        var before = _notes.Count;
        foreach (var action in match.Actions)
        {
            Try(action.Kind.ToString(), () => KeywordActions.Run(action, scene));
        }

        var problem = _notes.Count == before ? null : string.Join(" ", _notes.Skip(before));
        Try("rule", () => new RuleHealth(_composition.Services.System).Note(match.Rule.Id, problem, _composition.Services.Clock()));
        change.CaseId ??= scene.Case;
        change.TeamId ??= scene.Team;
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

using System;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Numbers;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Alerts;

/// <summary>
/// Tells the owner of a setting that something is wrong: by a task always, by e-mail when the setting names a queue as the
/// sender, by SMS when it names a number. The ids are made of what happened and when, so a repeat tells nobody twice.
/// </summary>
public sealed class AlertDesk
{
    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;
    private readonly Notes _notes;
    private readonly Action<string> _trace;

    /// <summary>Works as SYSTEM, in asynchronous steps.</summary>
    public AlertDesk(IOrganizationService system, Notes notes, Action<string> trace)
    {
        _system = system;
        _writer = new RowWriter(system);
        _notes = notes;
        _trace = trace;
    }

    /// <summary>Raises an alert.</summary>
    /// <param name="setting">Whose; with name, owner and where alerts go.</param>
    /// <param name="code">Stable, in lower case with dashes.</param>
    /// <param name="sentence">What is wrong and what to do.</param>
    /// <param name="since">When it began: the same thing of the same moment is told once.</param>
    public void Raise(SmsSettingRow setting, string code, Sentence sentence, DateTime since)
    {
        var subject = "smSys: " + setting.Name + " – " + code;
        var text = _notes.Say(sentence);
        var mail = setting.AlertSenderId is null ? null : Mail(setting, code, subject, text, since);
        var task = Row("task", IdOf(setting, code, "task", since), subject, mail is null ? text : text + "\n" + mail);
        task["prioritycode"] = new OptionSetValue(2);
        if (setting.OwnerId is { } owner)
        {
            task[StandardColumns.Owner] = owner;
        }

        if (_writer.CreateOnce(task) && !string.IsNullOrWhiteSpace(setting.AlertNumber))
        {
            Text(setting, code, subject + ": " + text, since);
        }
    }

    // The task is the alert that counts: what is wrong with the e-mail is said in it.
    private string? Mail(SmsSettingRow setting, string code, string subject, string text, DateTime since)
    {
        var id = IdOf(setting, code, "email", since);
        try
        {
            var mail = Row("email", id, subject, text);
            mail["directioncode"] = true;
            mail["from"] = Party(setting.AlertSenderId!);
            mail["to"] = Party(ReaderOf(setting));
            if (_writer.CreateOnce(mail))
            {
                _system.Execute(new SendEmailRequest { EmailId = id, IssueSend = true, TrackingToken = string.Empty });
            }

            return null;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            _trace("The e-mail of the alert " + code + " was not sent: " + fault.Detail.Message);
            return _notes.Say(new Sentence("The e-mail about it could not be sent: ", "ایمیل این هشدار فرستاده نشد: ")) + fault.Detail.Message;
        }
    }

    private void Text(SmsSettingRow setting, string code, string text, DateTime since)
    {
        var number = PhoneNumberParser.ParseMobile(setting.AlertNumber);
        if (!number.IsValid)
        {
            _trace("The alert number of the setting is no mobile number.");
            return;
        }

        var sms = new SmsRow(IdOf(setting, code, "sms", since))
        {
            Direction = Direction.Outgoing,
            PhoneNumber = number.Number.Digits,
            NumberAsEntered = setting.AlertNumber,
            Text = text,
            SettingId = setting.Reference,
            Lane = Lane.Reply,
            MessageClass = MessageClass.Service,
            IsAutomatic = true,
            NotAfter = since.AddHours(24),
        };
        StateCodes.Write(sms.Record, MessageState.Queued);
        _writer.CreateOnce(sms.Record);
    }

    // A team reads no e-mail of its own: the one who looks after it does.
    private EntityReference ReaderOf(SmsSettingRow setting)
    {
        var owner = setting.OwnerId!;
        return owner.LogicalName == "team"
            ? _system.Find("team", "teamid", owner.Id, "administratorid")?.GetAttributeValue<EntityReference>("administratorid") ?? owner
            : owner;
    }

    private static EntityCollection Party(EntityReference who) => new([new Entity("activityparty") { ["partyid"] = who }]);

    private static Entity Row(string table, Guid id, string subject, string text) => new(table, id)
    {
        ["subject"] = subject.Length <= 200 ? subject : subject.Substring(0, 200),
        ["description"] = text.Length <= 2000 ? text : text.Substring(0, 2000),
    };

    private static Guid IdOf(SmsSettingRow setting, string code, string table, DateTime since) =>
        DeterministicId.Create(since, "alert", setting.Id.ToString("N"), code, table);
}

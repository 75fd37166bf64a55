using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Messaging.Keywords;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>Sends the sender an e-mail, from the line's queue, else the setting's alert queue, else the line's owner.</summary>
public static class EmailAction
{
    /// <summary>Writes and sends it, once: what is still a draft of an earlier run is sent.</summary>
    /// <exception cref="RefusalException">The sender has no e-mail address, or nobody can send.</exception>
    public static void Run(KeywordAction action, ActionScene scene)
    {
        var system = scene.Composition.Services.System;
        if (scene.Sender is not { LogicalName: "contact" or "account" or "lead" or "systemuser" } recipient || !HasAddress(system, recipient))
        {
            throw new RefusalException(
                "email-address",
                "No e-mail was sent, because the sender is unknown or has no e-mail address.",
                "ایمیلی فرستاده نشد، چون فرستنده ناشناس است یا نشانی ایمیل ندارد.");
        }

        var id = scene.IdOf(action);
        new RowWriter(system).CreateOnce(new Entity("email", id)
        {
            ["subject"] = AnswerText.Subject(action, scene),
            ["description"] = Html(AnswerText.Of(action, scene)),
            ["from"] = Party(From(scene)),
            ["to"] = Party(recipient),
            ["directioncode"] = true,
            ["regardingobjectid"] = recipient.LogicalName == "systemuser" ? null : recipient,
        });
        var row = system.Find("email", "activityid", id, StandardColumns.State);
        if (row?.GetAttributeValue<OptionSetValue>(StandardColumns.State)?.Value == 0)
        {
            system.Execute(new SendEmailRequest { EmailId = id, IssueSend = true, TrackingToken = string.Empty });
        }
    }

    /// <summary>A party list of one.</summary>
    public static EntityCollection Party(EntityReference record) => new([new Entity("activityparty") { ["partyid"] = record }]);

    private static EntityReference From(ActionScene scene) =>
        scene.Line.QueueId
        ?? scene.Setting.AlertSenderId
        ?? (scene.Line.OwnerId is { LogicalName: "systemuser" } user
            ? user
            : throw new RefusalException(
                "email-sender",
                "No e-mail was sent, because neither the line nor the setting names a queue that may send.",
                "ایمیلی فرستاده نشد، چون خط و تنظیم صفی برای ارسال ندارند."));

    private static bool HasAddress(IOrganizationService system, EntityReference record)
    {
        var column = record.LogicalName == "systemuser" ? "internalemailaddress" : "emailaddress1";
        return !string.IsNullOrWhiteSpace(system.Find(record.LogicalName, record.LogicalName + "id", record.Id, column)?.GetAttributeValue<string>(column));
    }

    private static string Html(string text) =>
        "<div dir=\"auto\">" + text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\n", "<br />") + "</div>";
}

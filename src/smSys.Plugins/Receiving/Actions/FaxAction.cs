using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Messaging.Keywords;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>Makes a fax activity to the sender, open, for whatever sends faxes in the organisation.</summary>
public static class FaxAction
{
    /// <summary>Makes it, once.</summary>
    /// <exception cref="RefusalException">The sender is unknown or has no fax number.</exception>
    public static void Run(KeywordAction action, ActionScene scene)
    {
        var system = scene.Composition.Services.System;
        var number = scene.Sender is { LogicalName: "contact" or "account" or "lead" } known
            ? system.Find(known.LogicalName, known.LogicalName + "id", known.Id, "fax")?.GetAttributeValue<string>("fax")
            : null;
        if (string.IsNullOrWhiteSpace(number))
        {
            throw new RefusalException(
                "fax-number",
                "No fax was made, because the sender is unknown or has no fax number.",
                "نمابری ساخته نشد، چون فرستنده ناشناس است یا شماره نمابر ندارد.");
        }

        var fax = new Entity("fax", scene.IdOf(action))
        {
            ["subject"] = AnswerText.Subject(action, scene),
            ["description"] = AnswerText.Of(action, scene),
            ["faxnumber"] = number,
            ["directioncode"] = true,
            ["to"] = EmailAction.Party(scene.Sender!),
            ["regardingobjectid"] = scene.Sender,
        };
        if (scene.Line.OwnerId is { } owner)
        {
            fax["ownerid"] = owner;
            if (owner.LogicalName == "systemuser")
            {
                fax["from"] = EmailAction.Party(owner);
            }
        }

        new RowWriter(system).CreateOnce(fax);
    }
}

using Microsoft.Xrm.Sdk;
using smSys.Crm.Cases;
using smSys.Crm.Queues;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Keywords;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>Hands the message, and the case if one was opened, to a user, a team or a queue.</summary>
public static class RouteAction
{
    /// <summary>Routes.</summary>
    /// <exception cref="RefusalException">The action names nobody.</exception>
    public static void Run(KeywordAction action, ActionScene scene)
    {
        switch (action.Target)
        {
            case { Kind: RouteTargetKind.Queue } queue:
                ToQueue(queue, scene);
                break;
            case { } target:
                ToOwner(target, scene);
                break;
            default:
                throw new RefusalException(
                    "route-target",
                    "The keyword's action names nobody to hand the message to.",
                    "عمل این کلیدواژه نگفته است پیامک به چه کسی سپرده شود.");
        }
    }

    private static void ToQueue(RouteTarget target, ActionScene scene)
    {
        var door = new QueueDoor(scene.Composition.Services.System);
        if (scene.Case is { } opened)
        {
            door.Put(opened, target.Id);
        }

        door.Put(scene.Message.Reference, target.Id);
    }

    private static void ToOwner(RouteTarget target, ActionScene scene)
    {
        var system = scene.Composition.Services.System;
        var owner = new EntityReference(target.Kind == RouteTargetKind.Team ? "team" : "systemuser", target.Id);
        if (scene.Case is { } opened)
        {
            new CaseActions(system).HandTo(opened.Id, owner);
        }

        scene.Team = target.Kind == RouteTargetKind.Team ? owner : scene.Team;

        // The owner alone: an owner with other columns is two pipelines.
        new RowWriter(system).Update(new Entity(Sms.LogicalName, scene.Message.Id) { [StandardColumns.Owner] = owner });
    }
}

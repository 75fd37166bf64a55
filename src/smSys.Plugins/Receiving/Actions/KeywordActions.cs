using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Keywords;
using smSys.Plugins.Consents;
using Kind = smSys.Messaging.Keywords.KeywordActionKind;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>Carries out one action of a rule. Doing it twice does nothing twice.</summary>
public static class KeywordActions
{
    /// <summary>Carries it out.</summary>
    /// <exception cref="RefusalException">It cannot be done for this message; the sentence goes onto the message and the rule.</exception>
    public static void Run(KeywordAction action, ActionScene scene)
    {
        switch (action.Kind)
        {
            case Kind.CreateCase:
                CaseAction.Run(action, scene);
                break;
            case Kind.Route:
                RouteAction.Run(action, scene);
                break;
            case Kind.Reply:
                ReplyAction.Run(action, scene);
                break;
            case Kind.OptOut:
                ConsentBySms.Write(scene.Composition, scene.Message, scene.Sender, ConsentState.OptedOut, action.IsAdvertisingOnly);
                break;
            case Kind.OptIn:
                ConsentBySms.Write(scene.Composition, scene.Message, scene.Sender, ConsentState.OptedIn, action.IsAdvertisingOnly);
                break;
            case Kind.SetColumns:
                ColumnsAction.Run(action, scene);
                break;
            case Kind.StartWorkflow:
                WorkflowAction.Run(action, scene);
                break;
            case Kind.SendEmail:
                EmailAction.Run(action, scene);
                break;
            case Kind.SendFax:
                FaxAction.Run(action, scene);
                break;
            case Kind.CollectRows:
                RowsAction.Run(action, scene);
                break;
            default:
                throw new RefusalException(
                    "action-not-built",
                    "This version does not carry out actions of this kind.",
                    "این نسخه چنین عملی را انجام نمی‌دهد.");
        }
    }
}

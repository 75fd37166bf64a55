using smSys.Crm.Consents;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Keywords;
using Kind = smSys.Messaging.Keywords.KeywordActionKind;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>Carries out one action of a rule. Doing it twice does nothing twice.</summary>
public static class KeywordActions
{
    /// <summary>Carries it out.</summary>
    /// <exception cref="RefusalException">It cannot be done for this message; the sentence goes onto the message.</exception>
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
                Consent(scene, ConsentState.OptedOut);
                break;
            case Kind.OptIn:
                Consent(scene, ConsentState.OptedIn);
                break;
            default:
                throw new RefusalException(
                    "action-not-built",
                    "This version does not carry out actions of this kind.",
                    "این نسخه چنین عملی را انجام نمی‌دهد.");
        }
    }

    private static void Consent(ActionScene scene, ConsentState state) =>
        new ConsentWriter(scene.Composition.Services.System).Write(
            scene.Message.PhoneNumber ?? string.Empty, MessageClass.Service, state, scene.Message, scene.Composition.Services.Clock());
}

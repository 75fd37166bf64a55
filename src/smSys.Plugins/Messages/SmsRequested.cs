using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Sending;
using smSys.Plugins.Receiving;
using smSys.Plugins.Recovering;
using smSys.Plugins.Sending;
using smSys.Plugins.Shell;
using smSys.Plugins.Unknowns;

namespace smSys.Plugins.Messages;

/// <summary>
/// The asynchronous step of a message: hands an outgoing one to the provider, carries out what an incoming one asks for. It
/// reads the row and not the target, because jobs come in any order and a row may have moved on; a row that is not (or no
/// longer) its business it leaves alone.
/// </summary>
[Step("Update", Sms.LogicalName, Stage.PostOperation, StepMode.Asynchronous, Filters = [Sms.Columns.RequestedOn])]
public sealed class SmsRequested : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        services.DemandNoTransaction();
        var composition = new Composition(services);
        var message = composition.Messages.Read(services.Context.PrimaryEntityId);
        switch (message is null ? MessageState.Draft : StateCodes.Read(message))
        {
            case MessageState.Queued or MessageState.RetryScheduled:
                SingleSend.Run(composition, message!);
                break;

            // This very job claimed the row in an earlier run that was cut off: nobody knows what the provider has.
            case MessageState.Sending when FenceToken.Read(message!.FenceToken) == services.Token:
                new Abandonment(composition).Settle(message);
                break;

            // Somebody wants to know now.
            case MessageState.Unknown:
                AskNow.Run(composition, message!);
                break;

            case MessageState.Arrived:
                Arrivals.Run(composition, message!);
                break;
        }
    }
}

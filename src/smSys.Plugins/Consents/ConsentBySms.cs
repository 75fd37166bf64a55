using Microsoft.Xrm.Sdk;
using smSys.Crm.Consents;
using smSys.Crm.Tables;

namespace smSys.Plugins.Consents;

/// <summary>Writes what a customer decided by SMS, with the message as the proof.</summary>
public static class ConsentBySms
{
    /// <summary>Writes it; repeated, it changes nothing.</summary>
    /// <returns>False when something was said later.</returns>
    public static bool Write(Composition composition, SmsRow message, EntityReference? sender, ConsentState state, bool isAdvertisingOnly) =>
        new ConsentWriter(composition.Services.System).Write(new ConsentDecision
        {
            PhoneNumber = message.PhoneNumber ?? string.Empty,
            MessageClass = isAdvertisingOnly ? MessageClass.Advertising : MessageClass.Service,
            State = state,
            Source = ConsentSource.SMS,
            On = message.ProviderTime ?? composition.Services.Clock(),
            Proof = message.Text,
            Sms = message.Reference,
            Record = sender,
        });
}

using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Providers;

namespace smSys.Plugins.Recovering;

/// <summary>
/// The question about a whole call, where the provider keeps one reference a call. The call is asked about as it went out, also
/// when some of its messages are settled by now: a place that nobody asks about holds 0.
/// </summary>
public sealed class CallQuestion
{
    private static readonly ProviderFault _repaged = new(
        ProviderFaultKind.Unclear, "call-changed", "The account's options have changed since; the call cannot be asked about as it was.");

    private readonly ISmsProvider _provider;

    /// <summary>Asks at a provider.</summary>
    public CallQuestion(ISmsProvider provider) => _provider = provider;

    /// <summary>One answer a message, in their order.</summary>
    /// <param name="messages">Of one call.</param>
    public IReadOnlyList<ReferenceAnswer> Ask(IReadOnlyList<SmsRow> messages)
    {
        var places = messages.Select(message => CallPlace.Read(message.CallPlace)).ToArray();
        var whole = places[0];
        if (whole is null || places.Any(place => place?.First != whole.First || place.Size != whole.Size) || whole.Size > Most)
        {
            return messages.Select(message => new ReferenceAnswer(Questions.ReferenceOf(message), ReferenceAnswerKind.CannotSay, Fault: _repaged)).ToArray();
        }

        var references = new long[whole.Size];
        references[0] = whole.First;
        for (var i = 0; i < messages.Count; i++)
        {
            references[places[i]!.Place] = Questions.ReferenceOf(messages[i]);
        }

        var answers = _provider.AskCall(references);
        return places.Select(place => answers[place!.Place]).ToArray();
    }

    private int Most => _provider.Capabilities.OneReferenceACall ? _provider.Capabilities.SendLimit : 1;
}

using System;
using System.Linq;
using smSys.Messaging.Providers;

namespace smSys.Providers.MehrAfraz;

/// <summary>What the documents leave open, as an account answers it; each has a default that stands on the provider's page.</summary>
internal sealed class MehrAfrazOptions
{
    private readonly ProviderAccount _account;

    public MehrAfrazOptions(ProviderAccount account)
    {
        _account = account;
        Domain = Named("domain", account.UserName);
        MessageClass = Named("messageClass", "1");
        TypeSent = Named("typeSent", "1");
        Unicode = Named("unicodeType", "1");
        Latin = Named("latinType", "0");
        SendsOneText = Named("operation", "SendSms1To1").Equals("SendSms", StringComparison.OrdinalIgnoreCase);
        ReadsAll = !Named("receiveAll", "true").Equals("false", StringComparison.OrdinalIgnoreCase);
        Absent = Named("absent", string.Empty).Split(';').Select(value => value.Trim()).Where(value => value.Length > 0).ToArray();
    }

    /// <summary>The panel's domain; in the public clients it equals the user name.</summary>
    public string Domain { get; }

    /// <summary>aCMessage, nCMessage.</summary>
    public string MessageClass { get; }

    /// <summary>nTypeSent.</summary>
    public string TypeSent { get; }

    /// <summary>atypeUnicodemessage of a text outside plain ASCII.</summary>
    public string Unicode { get; }

    /// <summary>atypeUnicodemessage of the others.</summary>
    public string Latin { get; }

    /// <summary>By SendSms, which carries one text a call and cannot be asked about.</summary>
    public bool SendsOneText { get; }

    /// <summary>Read the whole inbox each time and skip what is known, so that no lost answer loses a message.</summary>
    public bool ReadsAll { get; }

    /// <summary>Values of getMessageIds1to1 that mean "there is no such message"; none until the provider names them.</summary>
    public string[] Absent { get; }

    private string Named(string name, string standard) =>
        _account.Options.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : standard;
}

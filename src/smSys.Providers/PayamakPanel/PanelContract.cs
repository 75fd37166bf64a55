using System;
using System.Collections.Generic;
using System.Globalization;
using smSys.Messaging.Providers;
using smSys.Providers.Codes;

namespace smSys.Providers.PayamakPanel;

/// <summary>What differs between the panels of this family. An account's options change every part of it.</summary>
public sealed class PanelContract
{
    /// <summary>What a send gives instead of an id.</summary>
    public required FaultTable Errors { get; init; }

    /// <summary>Delivery states.</summary>
    public required StateTable States { get; init; }

    /// <summary>Folder of the services on a bare host (<c>path</c>).</summary>
    public string Folder { get; init; } = "/post/";

    /// <summary>XML namespace (<c>namespace</c>).</summary>
    public string Namespace { get; init; } = "http://tempuri.org/";

    /// <summary>Operation of Send.asmx for one text (<c>operation</c>): SendSms or SendSimpleSMS.</summary>
    public string SendOperation { get; init; } = "SendSms";

    /// <summary>Operation for a text each (<c>manyoperation</c>); empty (<c>none</c>): there is none, one call a text.</summary>
    public string ManyOperation { get; init; } = "SendMultipleSMS";

    /// <summary>Service of that operation (<c>manyservice</c>).</summary>
    public string ManyService { get; init; } = "Actions.asmx";

    /// <summary>The result of a send that was taken (<c>success</c>).</summary>
    public string Success { get; init; } = "1";

    /// <summary>Recipients in a call (<c>recipients</c>).</summary>
    public int Recipients { get; init; } = 100;

    /// <summary>Least digits of an id (<c>iddigits</c>): what is shorter is a code.</summary>
    public int IdDigits { get; init; } = 4;

    /// <summary>Number of the inbox (<c>location</c>).</summary>
    public string Inbox { get; init; } = "1";

    /// <summary>The panel counts pages of the inbox, not rows (<c>index</c> = <c>page</c>).</summary>
    public bool CountsPages { get; init; }

    /// <summary>What the balance counts (<c>unit</c>).</summary>
    public BalanceUnit Unit { get; init; }

    /// <summary>The contract with an account's options.</summary>
    public PanelContract With(IReadOnlyDictionary<string, string> options)
    {
        string many = Text(options, "manyoperation", ManyOperation);
        return new PanelContract
        {
            Errors = Errors.With(options),
            States = States.With(options),
            Folder = Text(options, "path", Folder),
            Namespace = Text(options, "namespace", Namespace),
            SendOperation = Text(options, "operation", SendOperation),
            ManyOperation = string.Equals(many, "none", StringComparison.OrdinalIgnoreCase) ? string.Empty : many,
            ManyService = Text(options, "manyservice", ManyService),
            Success = Text(options, "success", Success),
            Recipients = Number(options, "recipients", Recipients),
            IdDigits = Number(options, "iddigits", IdDigits),
            Inbox = Text(options, "location", Inbox),
            CountsPages = string.Equals(Text(options, "index", CountsPages ? "page" : "row"), "page", StringComparison.OrdinalIgnoreCase),
            Unit = Enum.TryParse(Text(options, "unit", string.Empty), ignoreCase: true, out BalanceUnit unit) ? unit : Unit,
        };
    }

    /// <summary>An id: long enough, and digits only.</summary>
    public bool IsId(string text)
    {
        bool isId = text.Length >= IdDigits && text.Length <= 30 && text[0] != '0';
        foreach (char c in text)
        {
            isId = isId && c is >= '0' and <= '9';
        }

        return isId;
    }

    /// <summary>
    /// The address of a service: beside the account's own <c>….asmx</c>, in the account's own folder, or in the usual one.
    /// </summary>
    public Uri Service(Uri address, string file)
    {
        if (!address.IsAbsoluteUri)
        {
            return address;
        }

        string path = address.AbsolutePath;
        string folder = path.Length <= 1 ? "/" + Folder.Trim('/') + "/"
            : path.EndsWith(".asmx", StringComparison.OrdinalIgnoreCase) ? path.Substring(0, path.LastIndexOf('/') + 1)
            : path.TrimEnd('/') + "/";
        return new Uri(address, folder.Replace("//", "/") + file);
    }

    private static string Text(IReadOnlyDictionary<string, string> options, string name, string standard) =>
        options.TryGetValue(name, out string? value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : standard;

    private static int Number(IReadOnlyDictionary<string, string> options, string name, int standard) =>
        int.TryParse(Text(options, name, string.Empty), NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0 ? value : standard;
}

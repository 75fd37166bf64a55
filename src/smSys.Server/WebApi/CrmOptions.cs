namespace smSys.Server.WebApi;

/// <summary>How to sign in to CRM.</summary>
public enum CrmSignIn
{
    /// <summary>On-premises: as the account that the server runs as (Negotiate, NTLM).</summary>
    Windows,

    /// <summary>On-premises: as a named Windows user.</summary>
    WindowsUser,

    /// <summary>Online: as an application user, with the client's id and secret.</summary>
    ClientCredentials,

    /// <summary>Not at all; only for an organisation on this machine, for development.</summary>
    None,
}

/// <summary>Where CRM is, and as whom the server speaks to it.</summary>
public sealed class CrmOptions
{
    /// <summary>Of the organisation, for example <c>https://crm.example.ir/sales</c> or <c>https://sales.crm4.dynamics.com</c>.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>The way to sign in.</summary>
    public CrmSignIn SignIn { get; set; } = CrmSignIn.Windows;

    /// <summary>For <see cref="CrmSignIn.WindowsUser"/>.</summary>
    public string? User { get; set; }

    /// <summary>For <see cref="CrmSignIn.WindowsUser"/>.</summary>
    public string? Password { get; set; }

    /// <summary>For <see cref="CrmSignIn.WindowsUser"/>, where the user's name does not hold it.</summary>
    public string? Domain { get; set; }

    /// <summary>For <see cref="CrmSignIn.ClientCredentials"/>: the directory's id or name.</summary>
    public string? Tenant { get; set; }

    /// <summary>For <see cref="CrmSignIn.ClientCredentials"/>.</summary>
    public string? ClientId { get; set; }

    /// <summary>For <see cref="CrmSignIn.ClientCredentials"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Who gives tokens; another one in national clouds.</summary>
    public string Authority { get; set; } = "https://login.microsoftonline.com/";

    /// <summary>Lets the address begin with http:// on another machine. Credentials and messages then go unencrypted.</summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>The longest that a request may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Corrects this machine's clock by the Date that CRM answers with, when they differ by more than two seconds.</summary>
    public bool FollowClock { get; set; } = true;
}

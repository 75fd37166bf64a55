namespace smSys.Server.Options;

/// <summary>How the server signs in to Dynamics.</summary>
public enum SignIn
{
    /// <summary>As the Windows account that the server runs under (on-premises, internal address).</summary>
    Windows,

    /// <summary>With a Windows user name and password (on-premises, internal address).</summary>
    WindowsPassword,

    /// <summary>As an application of Entra ID (online).</summary>
    Application,

    /// <summary>Not at all: a development host.</summary>
    None,
}

/// <summary>Where the organisation is, and how to sign in.</summary>
public sealed class OrganisationOptions
{
    /// <summary>For example https://crm.example.ir/contoso or https://contoso.crm4.dynamics.com.</summary>
    public string Address { get; init; } = string.Empty;

    /// <summary>How to sign in.</summary>
    public SignIn SignIn { get; init; } = SignIn.Windows;

    /// <summary>Of <see cref="SignIn.WindowsPassword"/>: DOMAIN\user.</summary>
    public string UserName { get; init; } = string.Empty;

    /// <summary>Of <see cref="SignIn.WindowsPassword"/>, or the secret of the application.</summary>
    public string Password { get; init; } = string.Empty;

    /// <summary>Of <see cref="SignIn.Application"/>.</summary>
    public string TenantId { get; init; } = string.Empty;

    /// <summary>Of <see cref="SignIn.Application"/>.</summary>
    public string ClientId { get; init; } = string.Empty;

    /// <summary>The base of the Web API, with a slash at the end.</summary>
    public Uri ApiAddress => new(Address.TrimEnd('/') + "/api/data/v9.0/");

    internal IEnumerable<string> Problems()
    {
        if (!Uri.TryCreate(Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return "smSys:Organisation:Address is not a web address; write for example https://crm.example.ir/organisation.";
        }

        if (SignIn == SignIn.WindowsPassword && (UserName.Length == 0 || Password.Length == 0))
        {
            yield return "smSys:Organisation:UserName and Password are needed for the sign-in WindowsPassword.";
        }

        if (SignIn == SignIn.Application && (TenantId.Length == 0 || ClientId.Length == 0 || Password.Length == 0))
        {
            yield return "smSys:Organisation:TenantId, ClientId and Password (the application's secret) are needed for the sign-in Application.";
        }
    }
}

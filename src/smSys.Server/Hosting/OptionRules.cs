using System.Net;
using smSys.Server.Callbacks;
using smSys.Server.HeartBeats;
using smSys.Server.WebApi;

namespace smSys.Server.Hosting;

/// <summary>Finds what is wrong with the options before anything starts.</summary>
public static class OptionRules
{
    /// <summary>One sentence a problem, each naming the option; empty when all is well. Never shows a secret.</summary>
    public static IReadOnlyList<string> ProblemsOf(ServerOptions options)
    {
        var problems = new List<string>();
        foreach (var address in options.Listen.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty(string.Empty))
        {
            if (!Uri.TryCreate(address.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal), UriKind.Absolute, out var listen)
                || listen.Scheme != "http")
            {
                problems.Add("Listen has to be http addresses such as http://localhost:5090 (TLS belongs to the reverse proxy before it); \"" + address + "\" is none.");
            }
        }

        AddressProblems(options.Crm, problems);
        SignInProblems(options.Crm, problems);
        HeartProblems(options.Heart, problems);
        EarProblems(options.Ear, problems);
        return problems;
    }

    private static void AddressProblems(CrmOptions crm, List<string> problems)
    {
        if (crm.Address.Length == 0)
        {
            problems.Add("Crm:Address is missing; give the organisation's address, for example https://crm.example.ir/sales.");
        }
        else if (!Uri.TryCreate(crm.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            problems.Add("Crm:Address has to be an http or https address; \"" + crm.Address + "\" is none.");
        }
        else
        {
            if (address.UserInfo.Length > 0 || address.Query.Length > 0)
            {
                problems.Add("Crm:Address holds a user name or a query; give the plain address of the organisation.");
            }

            if (address.AbsolutePath.Contains("/api/data", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add("Crm:Address goes down to /api/data; end it at the organisation.");
            }

            if (address.Scheme == "http" && !address.IsLoopback && !crm.AllowPlainHttp)
            {
                problems.Add("Crm:Address begins with http://, so messages would travel unencrypted; use https or set Crm:AllowPlainHttp to true.");
            }

            if (crm.SignIn == CrmSignIn.None && !address.IsLoopback)
            {
                problems.Add("Crm:SignIn None is only for an organisation on this machine.");
            }
        }

        if (crm.Timeout < TimeSpan.FromSeconds(1) || crm.Timeout > TimeSpan.FromMinutes(5))
        {
            problems.Add("Crm:Timeout has to be between 1 second and 5 minutes.");
        }
    }

    private static void SignInProblems(CrmOptions crm, List<string> problems)
    {
        if (crm.SignIn == CrmSignIn.WindowsUser)
        {
            Demand(crm.User, "Crm:User", "WindowsUser", problems);
            Demand(crm.Password, "Crm:Password", "WindowsUser", problems);
        }

        if (crm.SignIn == CrmSignIn.ClientCredentials)
        {
            Demand(crm.Tenant, "Crm:Tenant", "ClientCredentials", problems);
            Demand(crm.ClientId, "Crm:ClientId", "ClientCredentials", problems);
            Demand(crm.ClientSecret, "Crm:ClientSecret", "ClientCredentials", problems);
            if (!Uri.TryCreate(crm.Authority, UriKind.Absolute, out var authority) || (authority.Scheme != "https" && !authority.IsLoopback))
            {
                problems.Add("Crm:Authority has to be an https address.");
            }
        }
    }

    private static void HeartProblems(HeartBeatOptions heart, List<string> problems)
    {
        if (heart.Interval < TimeSpan.FromSeconds(1) || heart.Interval > TimeSpan.FromMinutes(10))
        {
            problems.Add("Heart:Interval has to be between 1 second and 10 minutes.");
        }

        if (heart.RowInterval <= TimeSpan.Zero || heart.SettingInterval <= TimeSpan.Zero)
        {
            problems.Add("Heart:RowInterval and Heart:SettingInterval have to be longer than nothing.");
        }

        if (heart.RepeatAfter < TimeSpan.FromSeconds(30))
        {
            problems.Add("Heart:RepeatAfter has to be at least 30 seconds, or a busy asynchronous service is asked again and again.");
        }

        if (heart.LongestPause < heart.Interval)
        {
            problems.Add("Heart:LongestPause must not be shorter than Heart:Interval.");
        }

        if (heart.Parallel is < 1 or > 16)
        {
            problems.Add("Heart:Parallel has to be between 1 and 16.");
        }
    }

    private static void EarProblems(EarOptions ear, List<string> problems)
    {
        if (ear.Secret.Length is > 0 and < 16 || ear.EarlierSecret.Length is > 0 and < 16)
        {
            problems.Add("Ear:Secret is too short; use at least 16 random characters, or leave it empty to take no pushes.");
        }

        if (string.IsNullOrWhiteSpace(ear.Folder))
        {
            problems.Add("Ear:Folder is empty; name a folder that outlives a restart.");
        }

        if (ear.FolderMegabytes is < 1 or > 1_000_000)
        {
            problems.Add("Ear:FolderMegabytes has to be between 1 and 1000000.");
        }

        if (ear.BodyBytes is < 1024 or > 64 * 1024)
        {
            problems.Add("Ear:BodyBytes has to be between 1024 and 65536, because a push has to fit into a column of CRM.");
        }

        if (ear.PushesPerMinute < 1)
        {
            problems.Add("Ear:PushesPerMinute has to be at least 1.");
        }

        if (ear.Linger < TimeSpan.Zero || ear.Linger > TimeSpan.FromMinutes(1))
        {
            problems.Add("Ear:Linger has to be between nothing and one minute.");
        }

        foreach (var proxy in ear.Proxies.Where(proxy => !IPAddress.TryParse(proxy, out _)))
        {
            problems.Add("Ear:Proxies has to hold IP addresses; \"" + proxy + "\" is none.");
        }
    }

    private static void Demand(string? value, string name, string signIn, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            problems.Add(name + " is missing; Crm:SignIn " + signIn + " needs it.");
        }
    }
}

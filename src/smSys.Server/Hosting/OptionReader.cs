using Microsoft.Extensions.Configuration;

namespace smSys.Server.Hosting;

/// <summary>Reads the options from appsettings.json beside the program, environment variables that begin with SMSYS_SERVER_, and the command line; the later wins.</summary>
public static class OptionReader
{
    /// <summary>Reads; an unknown or unreadable option is a problem, not a silent default.</summary>
    /// <param name="arguments">Of the command line: <c>--Crm:Address=…</c>.</param>
    /// <param name="problems">One sentence each; when there are any, the options are not to be used.</param>
    public static ServerOptions Read(string[] arguments, out IReadOnlyList<string> problems)
    {
        var options = new ServerOptions();
        try
        {
            var configuration = new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables("SMSYS_SERVER_")
                .AddCommandLine(arguments)
                .Build();
            configuration.Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
            problems = OptionRules.ProblemsOf(options);
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or InvalidDataException)
        {
            // The cause names the option; the value may be a secret in the wrong place, so it is not repeated.
            problems = [SentenceOf(fault)];
        }

        return options;
    }

    private static string SentenceOf(Exception fault) => fault switch
    {
        InvalidDataException => "appsettings.json cannot be read as JSON: " + fault.GetBaseException().Message,
        FormatException => "The command line cannot be read; write options as --Crm:Address=https://crm.example.ir/sales.",
        _ when PathIn(fault.Message) is { } path => path + " has a value that does not fit there.",
        _ => "There is an option that the server does not know: " + fault.Message,
    };

    // "Failed to convert configuration value 'x' at 'Heart:Interval' to type …"
    private static string? PathIn(string message)
    {
        var at = message.IndexOf(" at '", StringComparison.Ordinal);
        var end = at < 0 ? -1 : message.IndexOf('\'', at + 5);
        return end < 0 ? null : message[(at + 5)..end];
    }
}

using Microsoft.Xrm.Sdk;
using smSys.Deploy.Configuring;
using smSys.Deploy.Connecting;
using smSys.Deploy.Importing;
using smSys.Deploy.Probing;

namespace smSys.Deploy.CommandLine;

/// <summary>Exit codes: 0 done, 1 the organisation refused or differs, 2 bad arguments or no connection.</summary>
public static class DeployCommands
{
    private const string Usage = """
        smSys.Deploy import ZIP        imports a solution zip, publishes, and lists what failed
        smSys.Deploy probe             asks the organisation which of our beliefs about Dynamics hold there
        smSys.Deploy configure         --setting NAME --provider KIND --line NUMBER
                                       [--address URL] [--user NAME] [--account NAME]
                                       [--role NAME --team NAME | --role NAME --login DOMAIN\USER]

        The connection string comes from SMSYS_CONNECTION, the provider's password or key from SMSYS_SECRET;
        neither is an option, so neither lands in a shell's history.
        """;

    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter errors)
    {
        try
        {
            var arguments = new Arguments(args);
            Func<IOrganizationService, bool>? command = arguments.Command switch
            {
                "import" => Import(arguments, output),
                "probe" => Probe(arguments, output),
                "configure" => Configure(arguments, output),
                _ => null,
            };
            if (command is null)
            {
                errors.WriteLine(Usage);
                return 2;
            }

            using var connection = OrganizationConnection.Open(Environment.GetEnvironmentVariable("SMSYS_CONNECTION"));
            return command(connection.Service) ? 0 : 1;
        }
        catch (Exception fault) when (fault is BadArgumentsException or NoConnectionException)
        {
            errors.WriteLine(fault.Message);
            return 2;
        }
        catch (RefusedException refused)
        {
            errors.WriteLine(refused.Message);
            return 1;
        }
    }

    private static Func<IOrganizationService, bool> Import(Arguments arguments, TextWriter output)
    {
        arguments.Allow();
        var zip = arguments.Subject("the path of a solution zip");
        if (!File.Exists(zip))
        {
            throw new BadArgumentsException($"There is no file {zip}.");
        }

        return service => new SolutionImport(service, output).Run(File.ReadAllBytes(zip));
    }

    private static Func<IOrganizationService, bool> Probe(Arguments arguments, TextWriter output)
    {
        arguments.Allow();
        return service => new ProbeRun(service, output).Run(BeliefList.All);
    }

    private static Func<IOrganizationService, bool> Configure(Arguments arguments, TextWriter output)
    {
        arguments.Allow("setting", "provider", "line", "address", "user", "account", "role", "team", "login");
        var setting = FirstSetting.From(arguments, Environment.GetEnvironmentVariable("SMSYS_SECRET"));
        var role = RoleGrant.From(arguments);
        return service =>
        {
            setting.Write(service, output);
            role?.Write(service, output);
            return true;
        };
    }
}

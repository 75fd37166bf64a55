using Microsoft.Xrm.Sdk;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class TheAssemblyRunsInTheSandbox : IBelief
{
    public string Sentence => "smSys.dll is registered in the database and isolated.";

    public string Source => "our own design";

    public Finding Examine(ProbedOrganization organization)
    {
        const int Sandbox = 2;
        var assemblies = organization.Fetch("<fetch><entity name='pluginassembly'><attribute name='isolationmode' /><attribute name='sourcetype' /><filter><condition attribute='name' operator='eq' value='smSys' /></filter></entity></fetch>");
        if (assemblies.Count == 0)
        {
            return Finding.CannotSay("the solution is not imported");
        }

        return Finding.When(
            assemblies.Count == 1 && assemblies[0].GetAttributeValue<OptionSetValue>("isolationmode")?.Value == Sandbox && assemblies[0].GetAttributeValue<OptionSetValue>("sourcetype")?.Value == 0,
            $"{assemblies.Count} assemblies, isolation {assemblies[0].GetAttributeValue<OptionSetValue>("isolationmode")?.Value}");
    }
}

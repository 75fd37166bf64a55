using Microsoft.Crm.Sdk.Messages;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class VersionIsNine : IBelief
{
    public string Sentence => "The organisation runs version 9.";

    public string Source => "Learn: RetrieveVersion message";

    public Finding Examine(ProbedOrganization organization)
    {
        var version = ((RetrieveVersionResponse)organization.Service.Execute(new RetrieveVersionRequest())).Version;
        return Finding.When(version.StartsWith("9.", StringComparison.Ordinal), version);
    }
}

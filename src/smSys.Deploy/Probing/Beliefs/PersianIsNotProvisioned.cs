using Microsoft.Crm.Sdk.Messages;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class PersianIsNotProvisioned : IBelief
{
    public string Sentence => "Persian (1065) is no language of the organisation, so its labels are not shown.";

    public string Source => "Learn: Create solutions that support multiple languages; experience";

    public Finding Examine(ProbedOrganization organization)
    {
        const int Persian = 1065;
        var languages = ((RetrieveProvisionedLanguagesResponse)organization.Service.Execute(new RetrieveProvisionedLanguagesRequest())).RetrieveProvisionedLanguages;
        return Finding.When(!languages.Contains(Persian), string.Join(", ", languages));
    }
}

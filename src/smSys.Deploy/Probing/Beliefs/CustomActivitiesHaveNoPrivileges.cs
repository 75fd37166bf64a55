namespace smSys.Deploy.Probing.Beliefs;

public sealed class CustomActivitiesHaveNoPrivileges : IBelief
{
    public string Sentence => "A custom activity has no privileges of its own; those of activities count.";

    public string Source => "Learn: custom activities (gg328384, gg328569)";

    public Finding Examine(ProbedOrganization organization)
    {
        if (!organization.Has("smsys_sms"))
        {
            return Finding.CannotSay("the solution is not imported");
        }

        var names = organization.Fetch("<fetch><entity name='privilege'><attribute name='name' /><filter type='or'><condition attribute='name' operator='eq' value='prvReadActivity' /><condition attribute='name' operator='eq' value='prvReadsmsys_Sms' /></filter></entity></fetch>")
            .Select(row => row.GetAttributeValue<string>("name"))
            .ToList();
        return Finding.When(names.Count == 1 && names[0] == "prvReadActivity", string.Join(", ", names));
    }
}

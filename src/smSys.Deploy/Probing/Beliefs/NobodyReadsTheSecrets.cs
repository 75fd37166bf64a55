namespace smSys.Deploy.Probing.Beliefs;

public sealed class NobodyReadsTheSecrets : IBelief
{
    public string Sentence => "No role but the System Administrator has a privilege on smsys_smssecret.";

    public string Source => "our own design; a customer may have changed it";

    public Finding Examine(ProbedOrganization organization)
    {
        if (!organization.Has("smsys_smssecret"))
        {
            return Finding.CannotSay("the solution is not imported");
        }

        var roles = organization.Fetch("<fetch distinct='true'><entity name='role'><attribute name='name' /><link-entity name='roleprivileges' from='roleid' to='roleid'><link-entity name='privilege' from='privilegeid' to='privilegeid'><filter><condition attribute='name' operator='like' value='prv%smsys_SmsSecret' /></filter></link-entity></link-entity></entity></fetch>")
            .Select(role => role.GetAttributeValue<string>("name"))
            .Where(name => name != "System Administrator")
            .Distinct()
            .ToList();
        return Finding.When(roles.Count == 0, roles.Count == 0 ? "none" : string.Join(", ", roles));
    }
}

namespace smSys.Deploy.Probing.Beliefs;

public sealed class AsynchronousStepsWaitForTheTick : IBelief
{
    public string Sentence => "Every asynchronous step of smSys stands on the column requested-on alone.";

    public string Source => "our own design; a customer may have changed it";

    public Finding Examine(ProbedOrganization organization)
    {
        var steps = organization.Fetch("<fetch><entity name='sdkmessageprocessingstep'><attribute name='name' /><attribute name='filteringattributes' /><filter><condition attribute='mode' operator='eq' value='1' /></filter><link-entity name='plugintype' from='plugintypeid' to='plugintypeid'><filter><condition attribute='assemblyname' operator='eq' value='smSys' /></filter></link-entity></entity></fetch>");
        if (steps.Count == 0)
        {
            return Finding.CannotSay("there is no asynchronous step of smSys");
        }

        var others = steps.Where(step => step.GetAttributeValue<string>("filteringattributes") != "smsys_requestedon").Select(step => step.GetAttributeValue<string>("name")).ToList();
        return Finding.When(others.Count == 0, others.Count == 0 ? $"{steps.Count} steps" : string.Join(", ", others));
    }
}

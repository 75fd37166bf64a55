using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace smSys.Deploy.Probing;

/// <summary>Examines belief after belief and writes one line for each; a belief that cannot be examined does not stop the others.</summary>
public sealed class ProbeRun(IOrganizationService service, TextWriter output)
{
    /// <summary>True when no belief was found to differ.</summary>
    public bool Run(IEnumerable<IBelief> beliefs)
    {
        var counts = new Dictionary<Verdict, int> { [Verdict.Holds] = 0, [Verdict.Differs] = 0, [Verdict.CannotSay] = 0 };
        foreach (var belief in beliefs)
        {
            var organization = new ProbedOrganization(service);
            var finding = Examine(belief, organization);
            counts[finding.Verdict]++;
            output.WriteLine($"{Word(finding.Verdict),-12}{belief.Sentence}");
            output.WriteLine($"{"",-12}seen: {finding.Detail} · source: {belief.Source}");
            foreach (var row in organization.CleanUp())
            {
                output.WriteLine($"{"",-12}left behind: {row}");
            }
        }

        output.WriteLine($"{counts[Verdict.Holds]} hold, {counts[Verdict.Differs]} differ, {counts[Verdict.CannotSay]} could not be examined.");
        return counts[Verdict.Differs] == 0;
    }

    private static Finding Examine(IBelief belief, ProbedOrganization organization)
    {
        try
        {
            return belief.Examine(organization);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return Finding.CannotSay(new Refusal(fault.Detail.ErrorCode, fault.Message).ToString());
        }
        catch (Exception fault) when (fault is CommunicationException or TimeoutException)
        {
            return Finding.CannotSay("the call did not come back: " + fault.Message);
        }
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.Differs => "DIFFERS",
        _ => "cannot say",
    };
}

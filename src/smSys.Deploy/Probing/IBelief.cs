namespace smSys.Deploy.Probing;

/// <summary>One thing that smSys takes for granted about Dynamics, and how to ask an organisation whether it holds there.</summary>
public interface IBelief
{
    /// <summary>The belief, as a statement.</summary>
    string Sentence { get; }

    /// <summary>Where it comes from: a page of Microsoft's documents by its name, or experience.</summary>
    string Source { get; }

    /// <summary>Asks; may create rows through <paramref name="organization"/>, which removes them afterwards.</summary>
    Finding Examine(ProbedOrganization organization);
}

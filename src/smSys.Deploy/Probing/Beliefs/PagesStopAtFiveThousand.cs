namespace smSys.Deploy.Probing.Beliefs;

public sealed class PagesStopAtFiveThousand : IBelief
{
    public string Sentence => "A page holds at most 5,000 rows, whatever was asked for.";

    public string Source => "Learn: Page results using FetchXml";

    public Finding Examine(ProbedOrganization organization)
    {
        const int Limit = 5000;
        var rows = 0;
        var refusal = organization.Try(() => rows = organization.Fetch("<fetch count='6000'><entity name='stringmap'><attribute name='value' /></entity></fetch>").Count);
        return refusal is not null ? Finding.Holds(refusal.ToString())
            : rows < Limit ? Finding.CannotSay($"the table has only {rows} rows")
            : Finding.When(rows == Limit, $"{rows} rows");
    }
}

namespace smSys.Deploy.Probing.Beliefs;

public sealed class RepeatedIdsAreDuplicates : IBelief
{
    public string Sentence => "A second Create with the same id is a duplicate key and changes nothing.";

    public string Source => "Learn: Web service error codes, 0x80040237";

    public Finding Examine(ProbedOrganization organization)
    {
        var row = organization.Activity();
        row.Id = Guid.NewGuid();
        organization.Create(row);
        var refusal = organization.Try(() => organization.Service.Create(row));
        return Finding.When(refusal?.Code == Refusal.DuplicateRecord, refusal?.ToString() ?? "it was created twice");
    }
}

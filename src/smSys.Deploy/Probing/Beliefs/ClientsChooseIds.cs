namespace smSys.Deploy.Probing.Beliefs;

public sealed class ClientsChooseIds : IBelief
{
    public string Sentence => "A row gets the id that the Create asked for.";

    public string Source => "experience";

    public Finding Examine(ProbedOrganization organization)
    {
        var wanted = Guid.NewGuid();
        var row = organization.Activity();
        row.Id = wanted;
        var id = organization.Create(row);
        return Finding.When(id == wanted, id == wanted ? "the same id" : "another id");
    }
}

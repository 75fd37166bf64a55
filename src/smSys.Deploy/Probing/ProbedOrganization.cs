using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Deploy.Probing;

/// <summary>An organisation under examination: it remembers what was created and removes it again, newest first.</summary>
public sealed class ProbedOrganization(IOrganizationService service)
{
    /// <summary>The name every row of the probe bears, should one be left behind.</summary>
    public const string Mark = "smSys probe";

    private readonly List<EntityReference> _created = [];
    private WhoAmIResponse? _caller;

    public IOrganizationService Service { get; } = service;

    public WhoAmIResponse Caller => _caller ??= (WhoAmIResponse)Service.Execute(new WhoAmIRequest());

    public Guid Create(Entity row)
    {
        var id = Service.Create(row);
        _created.Add(new EntityReference(row.LogicalName, id));
        return id;
    }

    public Entity Contact(string lastName = Mark) => new Entity("contact") { ["lastname"] = lastName };

    public Entity Activity(string table = "task") => new Entity(table) { ["subject"] = Mark };

    /// <summary>Makes a call and gives its refusal, or null when it went through.</summary>
    public Refusal? Try(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return new Refusal(fault.Detail.ErrorCode, fault.Message);
        }
    }

    /// <summary>The rows a FetchXML query gives.</summary>
    public DataCollection<Entity> Fetch(string fetchXml) => Service.RetrieveMultiple(new FetchExpression(fetchXml)).Entities;

    /// <summary>Says whether a table is there, that is, whether the solution was imported.</summary>
    public bool Has(string table) => Try(() => Fetch($"<fetch count='1'><entity name='{table}' /></fetch>")) is null;

    /// <summary>Removes what was created and gives what could not be.</summary>
    public IReadOnlyList<string> CleanUp()
    {
        var left = new List<string>();
        for (var i = _created.Count - 1; i >= 0; i--)
        {
            var row = _created[i];
            if (Try(() => Service.Delete(row.LogicalName, row.Id)) is { } refusal && refusal.Code != Refusal.NoSuchRow)
            {
                left.Add($"{row.LogicalName} {row.Id}: {refusal}");
            }
        }

        _created.Clear();
        return left;
    }
}

using System.Globalization;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace DevHost.Bulk;

/// <summary>
/// The contacts of a bulk and the marketing list that finds them. They are entered five hundred at a time, all or none, so a
/// run that was killed in the middle goes on behind what is there.
/// </summary>
public sealed class BulkAudience
{
    private const int Together = 500;
    private const int DuplicateRecord = unchecked((int)0x80040237);

    private static readonly DateTime IdTime = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly IOrganizationService _service;
    private readonly int _people;
    private readonly bool _mixed;

    /// <summary>An audience of so many people.</summary>
    public BulkAudience(IOrganizationService service, int people, bool mixed)
    {
        _service = service;
        _people = people;
        _mixed = mixed;
        Row = string.Create(CultureInfo.InvariantCulture, $"bulk {people}{(mixed ? " mixed" : string.Empty)}");
    }

    /// <summary>Stands as job title in its contacts; the list finds them by it.</summary>
    public string Row { get; }

    /// <summary>The people, in order.</summary>
    public IEnumerable<BulkPerson> People => Enumerable.Range(0, _people).Select(place => BulkPerson.At(Row, place, _mixed));

    /// <summary>Enters contacts, opt-outs and the list; gives the list.</summary>
    /// <param name="progress">Is told how many contacts are there.</param>
    public EntityReference Enter(Action<int> progress)
    {
        var done = 0;
        foreach (var some in People.Chunk(Together))
        {
            EnterTogether([.. some.Select(person => person.Contact(Row))]);
            foreach (var person in some.Where(person => person.IsOptedOut))
            {
                OptOut(person);
            }

            progress(done += some.Length);
        }

        return CreateOnce.Do(_service, new Entity("list", DeterministicId.Create(IdTime, "bulk-list", Row))
        {
            ["listname"] = Row,
            ["type"] = true,
            ["createdfromcode"] = new OptionSetValue(2),
            ["membertype"] = 2,
            ["query"] = $"<fetch><entity name='contact'><attribute name='contactid'/><filter><condition attribute='jobtitle' operator='eq' value='{Row}'/></filter></entity></fetch>",
        });
    }

    private void EnterTogether(Entity[] contacts)
    {
        var request = new ExecuteTransactionRequest { Requests = [], ReturnResponses = false };
        request.Requests.AddRange(contacts.Select(contact => new CreateRequest { Target = contact }));
        try
        {
            _service.Execute(request);
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == DuplicateRecord)
        {
            // All or none: the first one there means all of them.
            _service.Retrieve("contact", contacts[0].Id, new ColumnSet(false));
        }
    }

    private void OptOut(BulkPerson person) => CreateOnce.Do(_service, new SmsConsentRow(DeterministicId.Create(IdTime, "bulk-consent", person.Mobile))
    {
        Name = person.Mobile,
        PhoneNumber = "98" + person.Mobile[1..],
        MessageClass = MessageClass.Service,
        ConsentState = ConsentState.OptedOut,
    }.Record);
}

using System.ServiceModel;
using CrmEmulator.Tests.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests;

/// <summary>An organisation in memory with the sample solution, at a fixed time.</summary>
internal sealed class SampleOrganization : IDisposable
{
    public static readonly DateTime Noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    public SampleOrganization(string? file = null)
    {
        Organization = Organization.Open(new OrganizationOptions { DataFile = file, Clock = Clock, Name = "sample" });
        Organization.ImportSolution(SamplePackage.Bytes());
        Service = Organization.ServiceFor(Organization.AdministratorId);
        Platform = Organization.ServiceFor(Organization.SystemUserId);
    }

    public ManualTime Clock { get; } = new(Noon);

    public Organization Organization { get; }

    /// <summary>As the administrator.</summary>
    public IOrganizationService Service { get; }

    /// <summary>As SYSTEM.</summary>
    public IOrganizationService Platform { get; }

    public Guid CreateContact(string first = "سارا", string last = "رضایی") =>
        Service.Create(new Entity("contact") { ["firstname"] = first, ["lastname"] = last });

    public Guid CreateOrder(string name = "سفارش") => Service.Create(new Entity("new_order") { ["new_name"] = name });

    public Guid CreateUser(string last, params Guid[] roles)
    {
        var id = Platform.Create(new Entity("systemuser") { ["firstname"] = "کاربر", ["lastname"] = last, ["businessunitid"] = new EntityReference("businessunit", Organization.RootBusinessUnitId) });
        foreach (var role in roles)
        {
            Platform.Associate("systemuser", id, new Relationship("systemuserroles_association"), [new EntityReference("role", role)]);
        }

        return id;
    }

    /// <summary>A user of a unit, with that unit's copy of a role.</summary>
    public Guid CreateUserIn(Guid unit, Guid role)
    {
        var user = Platform.Create(new Entity("systemuser") { ["lastname"] = "کاربر", ["businessunitid"] = new EntityReference("businessunit", unit) });
        var copies = new QueryExpression("role") { Criteria = { Conditions = { new ConditionExpression("businessunitid", ConditionOperator.Equal, unit), new ConditionExpression("parentrootroleid", ConditionOperator.Equal, role) } } };
        Platform.Associate("systemuser", user, new Relationship("systemuserroles_association"), [Platform.RetrieveMultiple(copies).Entities[0].ToEntityReference()]);
        return user;
    }

    public static OrganizationServiceFault FaultOf(Action action) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(action).Detail;

    public static void AssertFault(CrmEmulator.Faults.FaultCode code, string words, Action action)
    {
        var fault = FaultOf(action);

        Assert.Equal((code.Name, code.Value), (code.Name, fault.ErrorCode));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Organization.Dispose();
}

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class ManualTime(DateTime start) : TimeProvider
{
    public DateTime Now { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => new(Now);
}

using System.Diagnostics;
using System.ServiceModel;
using FakeXrmEasy;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Microsoft.Xrm.Sdk.Workflow;

namespace Official.Tests;

/// <summary>smSys.dll loads beside the genuine SDK, and the stand-ins are nowhere near.</summary>
public class GenuineSdkTests
{
    [Fact]
    public void The_sdk_is_microsofts_own()
    {
        Assert.All(
            new[] { typeof(Entity), typeof(IWorkflowContext) },
            type => Assert.NotEqual("0.0.0.1", FileVersionInfo.GetVersionInfo(type.Assembly.Location).FileVersion));
    }

    [Fact]
    public void The_shipped_assembly_has_its_identity()
    {
        Assert.Equal("smSys, Version=1.0.0.0, Culture=neutral, PublicKeyToken=75f794bf0590f0ce", ShippedAssembly.Identity.FullName);
    }

    [Fact]
    public void Every_plug_in_can_be_made()
    {
        Assert.NotEmpty(ShippedAssembly.PlugIns);
        Assert.All(ShippedAssembly.PlugIns, type => Assert.IsAssignableFrom<IPlugin>(Activator.CreateInstance(type)));
    }

    [Fact]
    public void Every_argument_of_a_workflow_step_is_declared_for_the_designer()
    {
        var arguments = ShippedAssembly.Activities.SelectMany(type => type.GetProperties()).Where(property => typeof(System.Activities.Argument).IsAssignableFrom(property.PropertyType));

        Assert.All(arguments, property => Assert.True(property.IsDefined(typeof(ParameterAttribute), true), property.Name));
    }

    [Fact]
    public void A_missing_row_is_the_fault_that_smsys_catches()
    {
        var organization = new XrmFakedContext();
        organization.Initialize(new Entity("contact", Guid.NewGuid()));
        var service = organization.GetOrganizationService();

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Retrieve("contact", Guid.NewGuid(), new ColumnSet(false)));
    }
}

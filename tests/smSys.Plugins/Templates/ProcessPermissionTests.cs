using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Templates;

/// <summary>A process works as SYSTEM: who may make one, of which kind, by role.</summary>
public sealed class ProcessPermissionTests : IDisposable
{
    private static readonly ProcessKind[] _forEverybody =
        [ProcessKind.Balance, ProcessKind.Preview, ProcessKind.TestText, ProcessKind.TestConnection, ProcessKind.Settle];

    private readonly TemplateScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData("smSys User", false)]
    [InlineData("smSys Bulk Sender", false)]
    [InlineData("smSys Administrator", true)]
    public void Only_administrators_have_the_engine_work_and_everybody_tries_things_out(string role, bool may)
    {
        var service = _scene.Crm.ServiceFor(_scene.User(role).Id);
        foreach (var kind in Enum.GetValues<ProcessKind>())
        {
            var row = new SmsProcessRow { Name = kind.ToString(), ProcessKind = kind, Input = "{}" };

            var fault = Record.Exception(() => service.Create(row.Record));

            if (may || _forEverybody.Contains(kind))
            {
                Assert.Null(fault);
            }
            else
            {
                Assert.Contains("(process-not-permitted)", Assert.IsType<FaultException<OrganizationServiceFault>>(fault).Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void An_opt_out_by_telephone_is_entered_by_every_role_and_of_others_changed_within_the_business_unit()
    {
        var elsewhere = _scene.Platform.Create(new Entity("businessunit") { ["name"] = "دیگر", ["parentbusinessunitid"] = new EntityReference("businessunit", _scene.Crm.RootBusinessUnitId) });
        var number = 9121000000;
        foreach (var role in new[] { "smSys User", "smSys Bulk Sender", "smSys Administrator" })
        {
            var service = _scene.Crm.ServiceFor(_scene.User(role).Id);
            var stranger = _scene.Crm.ServiceFor(_scene.UserIn(elsewhere, "smSys User").Id);

            var consent = service.Create(new SmsConsentRow { PhoneNumber = "0" + ++number, ConsentState = ConsentState.OptedOut, ProofText = "تلفنی" }.Record);
            service.Update(new SmsConsentRow(consent) { ConsentState = ConsentState.OptedIn }.Record);

            Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Update(new SmsConsentRow(consent) { ConsentState = ConsentState.OptedOut }.Record));
            Assert.Throws<FaultException<OrganizationServiceFault>>(() => stranger.Delete(SmsConsent.LogicalName, consent));
        }
    }
}

using smSys.Crm.Messages;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Providers;

namespace smSys.Crm.Tests.Messages;

public class StateCodesTests
{
    [Fact]
    public void Every_state_has_its_status_reason_of_the_same_name_and_parent()
    {
        foreach (var state in StateRules.States)
        {
            var status = StateCodes.Of(state);

            Assert.Equal(state.ToString(), status.ToString());
            Assert.Equal(state, StateCodes.Of(status));
            Assert.Equal((int)StateRules.ParentOf(state), (int)Sms.StateOf(status));
        }
    }

    [Fact]
    public void Every_kind_of_fault_has_its_option_of_the_same_name()
    {
        foreach (var kind in Enum.GetValues<ProviderFaultKind>())
        {
            Assert.Equal(kind.ToString(), FaultKinds.Of(kind).ToString());
        }

        Assert.Equal(Enum.GetValues<ProviderFaultKind>().Length, Enum.GetValues<FaultKind>().Length);
    }
}

using ProviderSimulators.Hosting;
using ProviderSimulators.PayamakPanel;

namespace ProviderSimulators.BSms;

/// <summary>
/// A panel of the payamak-panel family that has no Actions.asmx, as a clone may. With <see cref="PanelSimulator.Codes"/> of
/// Rahyab it is the white-label panel of linepayamak and its sisters.
/// </summary>
public sealed class BSmsSimulator : PanelSimulator
{
    public BSmsSimulator(SimulatorSetup setup)
        : this(setup, new SimulatedAccount { UserName = "bsms-demo", Secret = "bsms-demo-c40d17", Lines = ["20004567", "20009876"] })
    {
    }

    public BSmsSimulator(SimulatorSetup setup, SimulatedAccount account)
        : base("bsms", setup, account, firstId: 77_100_000)
    {
        HasActions = false;
    }
}

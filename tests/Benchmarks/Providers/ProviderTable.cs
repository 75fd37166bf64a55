using System.Globalization;

namespace Benchmarks.Providers;

/// <summary>Ten thousand messages through each adapter to its simulator: calls against what the protocol needs, and CPU time.</summary>
internal static class ProviderTable
{
    private const int Messages = 10_000;
    private const int Warmup = 5_000;

    public static IReadOnlyList<Figure> Run()
    {
        var figures = new List<Figure>();
        Console.WriteLine("{0,-18} {1,-9} {2,11} {3,11} {4,12} {5,14} {6,14}", "provider", "texts", "floor/100", "calls/100", "calls/floor", "CPU us/message", "CPU us/call");
        foreach (SendFloor protocol in SendFloor.All)
        {
            foreach (bool isSame in new[] { true, false })
            {
                figures.Add(RowAsync(protocol, isSame).GetAwaiter().GetResult());
            }
        }

        return figures;
    }

    private static async Task<Figure> RowAsync(SendFloor protocol, bool isSame)
    {
        await using ProviderSending sending = await ProviderSending.StartAsync(protocol);
        sending.Send(Warmup, isSame);
        (int calls, TimeSpan cpu) = sending.Send(Messages, isSame);

        double floor = protocol.Of(isSame);
        double actual = calls * 100.0 / Messages;
        string texts = isSame ? "one" : "different";
        Console.WriteLine(string.Format(
            CultureInfo.InvariantCulture, "{0,-18} {1,-9} {2,11:0.00} {3,11:0.00} {4,12:0.00} {5,14:0.0} {6,14:0}",
            protocol.Name, texts, floor, actual, actual / floor, cpu.TotalMicroseconds / Messages, cpu.TotalMicroseconds / calls));
        string what = $"providers, {protocol.Name}, {texts}: calls / floor";
        return SendFloor.Reasons.TryGetValue((protocol.Name, isSame), out string? reason)
            ? Figure.ForInformation(what + " (" + reason + ")", actual / floor)
            : Figure.AtMost(what, actual / floor, 1);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ProviderSimulators.Faults;
using ProviderSimulators.Messages;
using ProviderSimulators.Phones;
using ProviderSimulators.Pushes;

namespace ProviderSimulators.Hosting;

/// <summary>The simulators' own side door, <c>/_sim/…</c>: phones, faults, arrivals. Not part of any provider.</summary>
internal static class ControlApi
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SimulatedReply Answer(ProviderSimulator simulator, SimulatedRequest request)
    {
        string[] path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return (request.Method, path.Length > 1 ? path[1] : string.Empty, path.Length) switch
            {
                ("GET", "arrivals", 2) => Ok(simulator.Arrivals.ByOperation),
                ("GET", "messages", 2) => Ok(simulator.Messages.All),
                ("GET", "phones", 3) => Ok(simulator.Phones.Phone(path[2]).Inbox),
                ("POST", "phones", 3) => Send(simulator, path[2], request.Body),
                ("POST", "pushes", 2) => Push(simulator, request.Body),
                ("POST", "faults", 2) => Order(simulator, request.Body),
                ("DELETE", "faults", 2) => Clear(simulator),
                _ => Reply(StatusCodes.Status404NotFound, new { error = "There is no such door." }),
            };
        }
        catch (Exception error) when (error is ArgumentException or JsonException)
        {
            return Reply(StatusCodes.Status400BadRequest, new { error = error.Message });
        }
    }

    private static SimulatedReply Send(ProviderSimulator simulator, string number, string body)
    {
        PhoneText text = Read<PhoneText>(body);
        InboundMessage message = simulator.Phones.Phone(number).Send(text.Line, text.Text);
        return Ok(new { message.Id });
    }

    private static SimulatedReply Order(ProviderSimulator simulator, string body)
    {
        FaultOrder order = Read<FaultOrder>(body);
        if (order.References is not null)
        {
            simulator.Faults.References = Enum.Parse<ReferenceShow>(order.References, ignoreCase: true);
        }

        if (order.ClockSkewSeconds is double seconds)
        {
            simulator.Faults.ClockSkew = TimeSpan.FromSeconds(seconds);
        }

        if (order.Fault is not null)
        {
            simulator.Faults.Order(Enum.Parse<SimulatedFault>(order.Fault, ignoreCase: true), order.Count ?? 1, order.Operation);
        }

        return Ok(new { ordered = true });
    }

    private static SimulatedReply Push(ProviderSimulator simulator, string body)
    {
        PushRequest push = Read<PushRequest>(body);
        PushOrder order = push.Order is null ? PushOrder.Honest : Enum.Parse<PushOrder>(push.Order, ignoreCase: true);
        if (!Uri.TryCreate(push.Address, UriKind.Absolute, out Uri? address))
        {
            throw new ArgumentException("The address is not complete.");
        }

        string[] pushes = [.. simulator.Pushes.Messages(order, push.Seed ?? 0), .. simulator.Pushes.Receipts(order, push.Seed ?? 0)];
        return Ok(new { pushed = pushes.Length, heard = PushLine.SendAsync(address, pushes).GetAwaiter().GetResult() });
    }

    private static SimulatedReply Clear(ProviderSimulator simulator)
    {
        simulator.Faults.Clear();
        return Ok(new { cleared = true });
    }

    private static T Read<T>(string body) => JsonSerializer.Deserialize<T>(body, Json) ?? throw new ArgumentException("The body is empty.");

    private static SimulatedReply Ok(object value) => Reply(StatusCodes.Status200OK, value);

    private static SimulatedReply Reply(int status, object value) =>
        new(status, "application/json; charset=utf-8", JsonSerializer.Serialize(value, Json));

    private sealed record PhoneText(string Line, string Text);

    private sealed record FaultOrder(string? Fault, int? Count, string? Operation, string? References, double? ClockSkewSeconds);

    private sealed record PushRequest(string Address, string? Order, int? Seed);
}

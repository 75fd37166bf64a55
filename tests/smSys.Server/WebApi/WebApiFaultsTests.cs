using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using smSys.Server.Faults;
using smSys.Server.Tests.Doubles;
using smSys.Server.WebApi;

namespace smSys.Server.Tests.WebApi;

public sealed class WebApiFaultsTests : IAsyncLifetime
{
    private TinyCrm _crm = null!;

    public async Task InitializeAsync() => _crm = await TinyCrm.StartAsync();

    public async Task DisposeAsync() => await _crm.DisposeAsync();

    [Theory]
    [InlineData(401, "", CrmFaultKind.SignIn)]
    [InlineData(302, "", CrmFaultKind.SignIn)]
    [InlineData(403, "{\"error\":{\"code\":\"0x80040220\",\"message\":\"Principal user is missing prvWritesmsys_SmsProcess.\"}}", CrmFaultKind.Refused)]
    [InlineData(400, "{\"error\":{\"code\":\"0x80048408\",\"message\":\"No.\"}}", CrmFaultKind.Refused)]
    [InlineData(500, "{\"error\":{\"code\":\"0x80040216\",\"message\":\"An unexpected error occurred.\"}}", CrmFaultKind.Refused)]
    [InlineData(500, "<html>Runtime Error</html>", CrmFaultKind.Away)]
    [InlineData(503, "", CrmFaultKind.Away)]
    [InlineData(404, "{\"error\":{\"code\":\"0x80060888\",\"message\":\"Resource not found for the segment 'smsys_smsprocesses'.\"}}", CrmFaultKind.Gone)]
    [InlineData(200, "<html>sign in</html>", CrmFaultKind.Away)]
    [InlineData(200, "{\"odata\":1}", CrmFaultKind.Away)]
    public async Task Each_answer_says_what_to_do_next(int status, string body, CrmFaultKind kind)
    {
        _crm.Fault = async context =>
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body);
            return true;
        };

        var fault = await FaultAsync(Some.Options(_crm));

        Assert.Equal(kind, fault.Kind);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_away()
    {
        // Bound but not listening: the port is nobody else's and refuses.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var options = Some.Options(_crm);
        options.Address = "http://" + socket.LocalEndPoint + "/sales";

        var fault = await FaultAsync(options);

        Assert.Equal((CrmFaultKind.Away, "unreachable"), (fault.Kind, fault.Code));
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_a_time_out()
    {
        using var end = new CancellationTokenSource();
        _crm.Fault = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        var options = Some.Options(_crm);
        options.Timeout = TimeSpan.FromMilliseconds(200);

        var fault = await FaultAsync(options);

        Assert.Equal((CrmFaultKind.Away, "time-out"), (fault.Kind, fault.Code));
    }

    [Fact]
    public void The_clock_of_CRM_is_followed_when_it_differs_by_more_than_a_little()
    {
        var machine = new FakeTimeProvider(new DateTimeOffset(Some.Now));
        var log = new CollectingLog<CrmClock>();
        var clock = new CrmClock(machine, log);

        clock.Observe(new DateTimeOffset(Some.Now.AddSeconds(-1)));
        var small = clock.Offset;
        clock.Observe(new DateTimeOffset(Some.Now.AddMinutes(-7)));
        var large = clock.GetUtcNow().UtcDateTime;
        clock.Observe(new DateTimeOffset(Some.Now.AddMinutes(-7).AddSeconds(1)));
        var lines = log.Lines.Count;
        clock.Observe(new DateTimeOffset(Some.Now));

        Assert.Equal(TimeSpan.Zero, small);
        Assert.Equal(Some.Now.AddMinutes(-7), large);
        Assert.Equal(1, lines);
        Assert.Equal(TimeSpan.Zero, clock.Offset);
    }

    [Fact]
    public async Task The_clock_is_told_what_CRM_shows()
    {
        var machine = new FakeTimeProvider(new DateTimeOffset(Some.Now.AddYears(-1)));
        var clock = new CrmClock(machine);
        var options = Some.Options(_crm);
        options.FollowClock = true;
        using var api = new WebApiClient(options, clock);

        await new WebApiDoor(api).FindDueAsync(Some.Now, default);

        Assert.True(clock.Offset.Duration() > TimeSpan.FromDays(1), clock.Offset.ToString());
    }

    private static async Task<CrmFaultException> FaultAsync(CrmOptions options)
    {
        using var api = new WebApiClient(options, TimeProvider.System);
        return await Assert.ThrowsAsync<CrmFaultException>(() => new WebApiDoor(api).FindDueAsync(Some.Now, default));
    }
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using smSys.Providers;
using smSys.Server.Spooling;

namespace smSys.Server.Callbacks;

/// <summary>
/// Takes what providers push, by GET or POST, whatever the body. "Received" is said only once the push lies on the disk; it is
/// not believed, not understood and not echoed here: the engine in CRM reads it.
/// </summary>
internal sealed class CallbackEndpoints(Spool spool, EarOptions options, TimeProvider time, ILogger<CallbackEndpoints> log)
{
    private const int WrongKeysPerMinute = 60;

    // What is stored has to fit into CRM's column together with the frame around it.
    private const int LongestItem = 90_000;

    private readonly SourceGate _pushes = new(time, options.PushesPerMinute);
    private readonly SourceGate _wrongKeys = new(time, WrongKeysPerMinute);
    private readonly string[] _secrets = [options.Secret, options.EarlierSecret];
    private readonly HashSet<string> _kinds = new(ProviderCatalog.Kinds, StringComparer.OrdinalIgnoreCase);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/push/{row:guid}/{key}", ["GET", "POST"], (HttpContext context, Guid row, string key) =>
            TakeAsync(context, new CallbackTarget(CallbackTarget.Bell, string.Empty, row), key));
        routes.MapMethods("/callback/{provider}/{row:guid}/{key}", ["GET", "POST"], (HttpContext context, string provider, Guid row, string key) =>
            TakeAsync(context, new CallbackTarget(CallbackTarget.Content, provider.ToLowerInvariant(), row), key));
    }

    private async Task TakeAsync(HttpContext context, CallbackTarget target, string key)
    {
        var source = context.Connection.RemoteIpAddress;
        if (_wrongKeys.IsShut(source))
        {
            Answer(context, HttpStatusCode.TooManyRequests, 60);
        }
        else if (!IsKnown(target) || !CallbackKey.Fits(_secrets, target, key))
        {
            _wrongKeys.Admits(source);
            Answer(context, HttpStatusCode.NotFound);
        }
        else if (!_pushes.Admits(source))
        {
            log.TooManyPushes(source?.ToString());
            Answer(context, HttpStatusCode.TooManyRequests, 60);
        }
        else if (context.Request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
        {
            Answer(context, HttpStatusCode.UnsupportedMediaType);
        }
        else
        {
            await KeepAsync(context, target).ConfigureAwait(false);
        }
    }

    private async Task KeepAsync(HttpContext context, CallbackTarget target)
    {
        var cancel = context.RequestAborted;
        var item = await RequestReader.ReadAsync(context.Request, options.BodyBytes, time.GetUtcNow().UtcDateTime, cancel).ConfigureAwait(false);
        if (item is { Query.Length: 0, Body.Length: 0, RawBody: null } && target.Purpose == CallbackTarget.Content)
        {
            // Somebody tries the address out.
            await ReplyAsync(context, target).ConfigureAwait(false);
            return;
        }

        if (item is null || JsonConvert.SerializeObject(item).Length > LongestItem)
        {
            log.PushTooLong(target.Provider, target.Row);
            Answer(context, HttpStatusCode.RequestEntityTooLarge);
            return;
        }

        try
        {
            var kept = target.Purpose == CallbackTarget.Bell ? new CallbackItem { Id = item.Id, On = item.On, Method = item.Method } : item;
            await spool.AppendAsync(new SpoolEntry(target, kept)).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Not on the disk, so not acknowledged: the provider keeps it and comes again.
            log.NotKept(fault.Message);
            Answer(context, HttpStatusCode.ServiceUnavailable, 60);
            return;
        }

        await ReplyAsync(context, target).ConfigureAwait(false);
    }

    private Task ReplyAsync(HttpContext context, CallbackTarget target)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(options.Replies.GetValueOrDefault(target.Provider, options.Reply), context.RequestAborted);
    }

    private bool IsKnown(CallbackTarget target) => target.Purpose == CallbackTarget.Bell || _kinds.Contains(target.Provider);

    private static void Answer(HttpContext context, HttpStatusCode status, int? retryAfter = null)
    {
        context.Response.StatusCode = (int)status;
        if (retryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}

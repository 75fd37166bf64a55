using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using smSys.Messaging.Providers;

namespace smSys.Providers.Http;

/// <summary>
/// Carries requests by the transport rules of <c>SAFETY.md</c>: one client an execution, the connection closed after each call,
/// no redirects, no cookies, one time-out over everything, a bounded answer, and a synchronous wait, because the sandbox
/// allows no other. It never throws for what the network does.
/// </summary>
public sealed class ProviderTransport : IDisposable
{
    /// <summary>Largest answer that is read.</summary>
    public const int LargestAnswer = 1024 * 1024;

    private readonly ProviderAccount _account;
    private readonly ProviderSurroundings _surroundings;
    private readonly SecretMask _mask;
    private HttpClient? _client;

    /// <summary>A transport for an account; nothing is opened before the first call.</summary>
    public ProviderTransport(ProviderAccount account, ProviderSurroundings surroundings, SecretMask mask)
    {
        _account = account;
        _surroundings = surroundings;
        _mask = mask;
    }

    /// <summary>One request, one answer.</summary>
    public Exchange Call(WireRequest request)
    {
        Exchange exchange = AddressRules.Judge(request.Address, _account.AllowPlainHttp) is ProviderFault refused
            ? new Exchange { End = ExchangeEnd.Forbidden, Code = refused.Code, Words = refused.Words }
            : HeadersAreFit(request) ? CallNetwork(request) : UnfitHeader();
        _surroundings.Trace?.Invoke(_mask.Clean(TraceLine(request, exchange)));
        return exchange;
    }

    /// <summary>Closes the client.</summary>
    public void Dispose() => _client?.Dispose();

    private Exchange CallNetwork(WireRequest request)
    {
        DepartureContent? content = request.Body is null ? null : new DepartureContent(Encoding.UTF8.GetBytes(request.Body));
        using var timeout = new CancellationTokenSource(request.Timeout);
        try
        {
            _client ??= NewClient();
            using HttpRequestMessage message = NewMessage(request, content);
            using HttpResponseMessage response = _client
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, timeout.Token).GetAwaiter().GetResult();
            return Read(response, content?.Departed ?? true, timeout.Token);
        }
        catch (Exception error)
        {
            return Broken(error, content?.Departed ?? false, timeout.IsCancellationRequested);
        }
    }

    private static Exchange Read(HttpResponseMessage response, bool wentOut, CancellationToken timeout)
    {
        // A read of .NET Framework's response stream does not heed the token; disposing the response ends it.
        using CancellationTokenRegistration abort = timeout.Register(static state => ((IDisposable)state!).Dispose(), response);
        using Stream stream = response.Content.ReadAsStreamAsync().GetAwaiter().GetResult();
        byte[]? body = BoundedReader.Read(stream, response.Content.Headers.ContentLength, LargestAnswer, timeout);
        string mediaType = response.Content.Headers.ContentType?.MediaType ?? string.Empty;
        return new Exchange
        {
            End = body is null ? ExchangeEnd.TooLong : ExchangeEnd.Answered,
            Code = body is null ? "too-long" : string.Empty,
            Words = body is null ? "The answer is larger than " + LargestAnswer + " bytes." : string.Empty,
            Status = (int)response.StatusCode,
            MediaType = mediaType.ToLowerInvariant(),
            Body = body ?? [],
            WentOut = wentOut,
        };
    }

    private Exchange Broken(Exception error, bool departed, bool timedOut)
    {
        string? never = departed ? null : NeverSentCode(error);
        Exception innermost = error;
        while (innermost.InnerException is not null)
        {
            innermost = innermost.InnerException;
        }

        return new Exchange
        {
            End = never is not null ? ExchangeEnd.NeverSent : timedOut ? ExchangeEnd.TimedOut : ExchangeEnd.Cut,
            Code = never ?? (timedOut ? "timeout" : "cut"),
            Words = timedOut && never is null ? "No whole answer within the time-out." : _mask.Clean(innermost.Message),
            WentOut = departed,
        };
    }

    /// <summary>The three certain cases, by the innermost socket error; .NET Framework hides that of a name it could not find.</summary>
    private static string? NeverSentCode(Exception error)
    {
        for (Exception? inner = error; inner is not null; inner = inner.InnerException)
        {
            if (inner is WebException { Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure })
            {
                return "name";
            }

            if (inner is SocketException socket && inner.InnerException is null)
            {
                return socket.SocketErrorCode switch
                {
                    SocketError.ConnectionRefused => "refused",
                    SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "name",
                    SocketError.HostUnreachable or SocketError.NetworkUnreachable => "route",
                    _ => null,
                };
            }
        }

        return null;
    }

    private HttpClient NewClient()
    {
        HttpMessageHandler handler = _surroundings.Handler is null
            ? new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }
            : _surroundings.Handler();
        return new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static HttpRequestMessage NewMessage(WireRequest request, DepartureContent? content)
    {
        var message = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, request.Address) { Content = content };
        message.Headers.ConnectionClose = true;
        message.Headers.ExpectContinue = false;
        if (content is not null)
        {
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType);
        }

        foreach (KeyValuePair<string, string> header in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return message;
    }

    private static bool HeadersAreFit(WireRequest request)
    {
        foreach (KeyValuePair<string, string> header in request.Headers)
        {
            foreach (char c in header.Value)
            {
                if (c < ' ' || c > '~')
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static Exchange UnfitHeader() => new()
    {
        End = ExchangeEnd.Forbidden,
        Code = "secret-form",
        Words = "The key holds a character that cannot stand in a header; enter it again.",
    };

    private static string TraceLine(WireRequest request, Exchange exchange) =>
        request.Operation + " at " + (request.Address.IsAbsoluteUri ? request.Address.Host : "an incomplete address") + ": " + (exchange.End == ExchangeEnd.Answered
            ? exchange.Status + " " + exchange.MediaType + ", " + exchange.Body.Length + " bytes"
            : exchange.Code + (exchange.WentOut ? " after the request went out" : string.Empty));
}

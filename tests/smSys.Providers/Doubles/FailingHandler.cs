namespace smSys.Providers.Tests.Doubles;

/// <summary>Fails before or after it has read the request body.</summary>
internal sealed class FailingHandler(Exception error, bool readsBody) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (readsBody && request.Content is not null)
        {
            await request.Content.CopyToAsync(Stream.Null, cancellationToken);
        }

        throw error;
    }
}

using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;

namespace CrmEmulator.WebApi;

/// <summary>Serves an organisation's Web API inside a host's own web application.</summary>
public static class WebApiEndpoints
{
    private static readonly string[] Versions = ["v9.0", "v9.1", "v9.2"];

    /// <summary>Maps /api/data/v9.0/ to v9.2/.</summary>
    public static void MapWebApi(this IEndpointRouteBuilder routes, Organization organization, WebApiOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(organization);
        var dispatcher = new ApiDispatcher(organization);
        var known = options ?? new WebApiOptions { DefaultUserId = organization.AdministratorId };
        foreach (var version in Versions)
        {
            routes.Map($"/api/data/{version}/{{**path}}", context => Serve(context, version, organization, dispatcher, known));
        }
    }

    private static async Task Serve(HttpContext context, string version, Organization organization, ApiDispatcher dispatcher, WebApiOptions options)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        ApiResponse Work() => Answer(context, version, body, organization, dispatcher, options);

        // What changes something runs plug-ins, which may take their two minutes; a thread a view would cost as much as the view.
        var response = HttpMethods.IsGet(context.Request.Method) ? Work() : await Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning);
        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (response.HasBody)
        {
            context.Response.ContentType = response.ContentType.Contains("charset", StringComparison.Ordinal) ? response.ContentType : response.ContentType + "; charset=utf-8";
            var bytes = response.Bytes();
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static ApiResponse Answer(HttpContext context, string version, string body, Organization organization, ApiDispatcher dispatcher, WebApiOptions options)
    {
        try
        {
            var user = UserOf(context, options);
            var (path, query) = ApiAddress.Divide(context.Request.GetEncodedPathAndQuery());
            return dispatcher.Answer(new ApiRequest
            {
                Method = context.Request.Method,
                Path = path,
                Options = query,
                Headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                Body = body,
                ContentType = context.Request.ContentType ?? string.Empty,
                Root = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/api/data/{version}/",
                UserId = user,
                Service = organization.ServiceFor(user),
            });
        }
        catch (ApiException refusal)
        {
            return ApiException.Answer(refusal);
        }
    }

    /// <summary>Bearer token, else session cookie, else the default; MSCRMCallerID then takes the place of that user.</summary>
    private static Guid UserOf(HttpContext context, WebApiOptions options)
    {
        const string Bearer = "Bearer ";
        var authorization = context.Request.Headers.Authorization.ToString();
        Guid? user = options.DefaultUserId;
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            user = options.Tokens.TryGetValue(authorization[Bearer.Length..].Trim(), out var known) ? known : throw new ApiException(401, 0x80040220, "The access token is not valid.");
        }
        else if (Guid.TryParse(context.Request.Cookies[WebApiOptions.SessionCookie], out var session))
        {
            user = session;
        }

        if (user is null)
        {
            throw new ApiException(401, 0x80040220, "The request is not signed in.");
        }

        return Guid.TryParse(context.Request.Headers["MSCRMCallerID"], out var caller) ? caller : user.Value;
    }
}

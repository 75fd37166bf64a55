using System.Net;
using System.ServiceModel;
using CrmEmulator.Metadata;
using CrmEmulator.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Xrm.Sdk;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.AppShell;

/// <summary>
/// Serves pages that draw an organisation's apps, views, forms, charts, dashboards and ribbons, in the manner of the real client.
/// A development tool: it answers this machine only, and signing in takes no password.
/// </summary>
public static class AppShellEndpoints
{
    /// <summary>Maps /signin, /main.aspx, /WebResources/… and what their scripts ask for below /shell. The Web API has to be mapped as well.</summary>
    public static void MapAppShell(this IEndpointRouteBuilder routes, Organization organization)
    {
        ArgumentNullException.ThrowIfNull(organization);
        var shell = routes.MapGroup(string.Empty).AddEndpointFilter(RefuseOthers);
        shell.MapGet("/signin", (string? returnTo) => SignInPage.Show(organization, returnTo));
        shell.MapPost("/signin", (Delegate)((HttpContext context) => SignInPage.Take(context, organization)));
        shell.MapPost("/signout", SignInPage.Leave);
        shell.MapGet("/main.aspx", (HttpContext context) => ShellCaller.Of(context, organization) is { } caller
            ? ShellPage.Show(caller)
            : Results.LocalRedirect("/signin?returnTo=" + Uri.EscapeDataString(context.Request.GetEncodedPathAndQuery())));
        shell.MapGet("/shell/files/{**name}", (string name) => ShellFiles.Serve(name));
        shell.MapGet("/WebResources/{**name}", (string name) => WebResourceFiles.Serve(organization.Metadata, name));
        shell.MapGet("/{version}/WebResources/{**name}", (string version, string name) => version is ['{', .., '}'] ? WebResourceFiles.Serve(organization.Metadata, name) : Results.NotFound());
        MapJson(shell, organization);
    }

    private static void MapJson(RouteGroupBuilder shell, Organization organization)
    {
        Json("/shell/session", (caller, _) => SessionJson.Write(caller));
        Json("/shell/sitemaps/{app}", (caller, context) => new SiteMapJson(caller).Write(Value(context, "app")));
        Json("/shell/tables/{table}", (caller, context) => TableJson.Write(Table(caller, context), caller));
        Json("/shell/tables/{table}/form", (caller, context) => Found(TablePages.FindForm(caller.Catalog, Table(caller, context), Id(context.Request.Query["id"]), context.Request.Query["kind"].ToString() is { Length: > 0 } kind ? kind : "main"), form => new FormJson(caller).Write(form)));
        Json("/shell/tables/{table}/ribbon/{place}", (caller, context) => new RibbonJson(caller).Write(Value(context, "table"), Value(context, "place")));
        Json("/shell/tables/{table}/access/{id}", (caller, context) => AccessJson.Write(caller, Value(context, "table"), Guid.Parse(Value(context, "id"))));
        Json("/shell/relationships/{name}", (caller, context) => Found(RelationshipJson.Write(caller.Catalog, Value(context, "name")), json => json));
        Json("/shell/views/{id}", (caller, context) => Found(TablePages.FindView(caller.Catalog, Guid.Parse(Value(context, "id"))), view => ViewJson.Write(view, caller)));
        Json("/shell/charts/{id}", (caller, context) => Found(caller.Catalog.Content.Charts.GetValueOrDefault(Guid.Parse(Value(context, "id"))), chart => ChartJson.Write(chart, caller)));
        Json("/shell/dashboards/{id}", (caller, context) => Found(caller.Catalog.Content.Forms.GetValueOrDefault(Guid.Parse(Value(context, "id"))), form => new FormJson(caller).Write(form)));

        void Json(string pattern, Func<ShellCaller, HttpContext, JToken?> answer) => shell.MapGet(pattern, (HttpContext context) => Answer(context, organization, answer));
    }

    private static IResult Answer(HttpContext context, Organization organization, Func<ShellCaller, HttpContext, JToken?> answer)
    {
        if (ShellCaller.Of(context, organization) is not { } caller)
        {
            return Problem(401, "Nobody is signed in.");
        }

        try
        {
            return answer(caller, context) is { } json
                ? Results.Text(json.ToString(Formatting.None), "application/json; charset=utf-8")
                : Problem(404, "The organisation has nothing of that id.");
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return Problem(404, fault.Detail.Message);
        }
        catch (FormatException)
        {
            return Problem(400, "The address holds something that is no id.");
        }
    }

    private static IResult Problem(int status, string message) =>
        Results.Text(new JObject { ["error"] = new JObject { ["message"] = message } }.ToString(Formatting.None), "application/json; charset=utf-8", statusCode: status);

    private static JToken? Found<T>(T? thing, Func<T, JToken> write)
        where T : class => thing is null ? null : write(thing);

    private static TableDefinition Table(ShellCaller caller, HttpContext context) => caller.Catalog.Table(Value(context, "table"));

    private static string Value(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static async ValueTask<object?> RefuseOthers(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var from = invocation.HttpContext.Connection.RemoteIpAddress;
        var host = invocation.HttpContext.Request.Host.Host;
        return from is not null && IPAddress.IsLoopback(from) && (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)))
            ? await next(invocation)
            : Problem(403, "The emulator's pages are for this machine only.");
    }
}

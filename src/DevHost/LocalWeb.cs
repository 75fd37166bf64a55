using CrmEmulator.AppShell;
using CrmEmulator.WebApi;
using DevHost.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DevHost;

/// <summary>What a browser and a client of the Web API find on this machine: the apps, the Web API, plain tables and the phone.</summary>
public static class LocalWeb
{
    /// <summary>Not started yet.</summary>
    /// <param name="system">Whose organisation, phones and tables it shows.</param>
    /// <param name="port">On localhost.</param>
    public static WebApplication Build(LocalSystem system, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var web = builder.Build();
        web.MapWebApi(system.Organization);
        web.MapAppShell(system.Organization);
        web.MapGet("/", () => FirstPage.Show(system));
        web.MapGet("/tables/{name}", (string name) => TablePage.Show(system, name));
        web.MapGet("/phone", (string? number) => PhonePage.Show(system, number));
        web.MapPost("/phone", async (HttpRequest request) =>
        {
            if (!request.HasFormContentType)
            {
                return Results.BadRequest("Send a form with number, line and text.");
            }

            var form = await request.ReadFormAsync();
            return PhonePage.Send(system, form["number"].ToString(), form["line"].ToString(), form["text"].ToString());
        });
        return web;
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CrmEmulator.WebApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.AppShell;

/// <summary>Lists the users and languages; choosing sets the session cookie and the user's own language.</summary>
internal static class SignInPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly (int Language, string Name)[] Languages = [(1033, "English"), (ShellCaller.Persian, "فارسی")];

    public static IResult Show(Organization organization, string? returnTo)
    {
        var users = ShellUsers.All(organization);
        var html = new StringBuilder("""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Sign in – Dynamics emulator</title>
            <link rel="icon" href="data:,"><link rel="stylesheet" href="/shell/files/shell.css"></head><body class="sign-in">
            <header><p class="notice" data-notice="emulator">Development emulator – this is not Microsoft Dynamics. · <span lang="fa" dir="rtl">شبیه‌ساز توسعه – این داینامیکس مایکروسافت نیست.</span></p></header>
            <main><h1>Sign in · <span lang="fa">ورود</span></h1><form method="post" action="/signin">
            """);
        html.Append("<fieldset><legend>User · <span lang=\"fa\">کاربر</span></legend>");
        for (var at = 0; at < users.Count; at++)
        {
            var (id, name, roles) = users[at];
            html.Append($"<label class=\"choice\" data-user=\"{id:D}\"><input type=\"radio\" name=\"user\" value=\"{id:D}\"{(at == 0 ? " checked" : string.Empty)}><span><strong dir=\"auto\">{Encoder.Encode(name)}</strong> <small>{Encoder.Encode(roles)}</small></span></label>");
        }

        html.Append("</fieldset><fieldset><legend>Language · <span lang=\"fa\">زبان</span></legend>");
        foreach (var (language, name) in Languages)
        {
            html.Append($"<label class=\"choice\"><input type=\"radio\" name=\"language\" value=\"{language}\"{(language == organization.Options.Language ? " checked" : string.Empty)}><span>{name}</span></label>");
        }

        html.Append($"</fieldset><input type=\"hidden\" name=\"returnTo\" value=\"{Encoder.Encode(Local(returnTo))}\"><button class=\"primary\">Sign in · <span lang=\"fa\">ورود</span></button></form></main></body></html>");
        return Results.Content(html.ToString(), "text/html; charset=utf-8", Encoding.UTF8);
    }

    public static async Task<IResult> Take(HttpContext context, Organization organization)
    {
        if (!context.Request.HasFormContentType)
        {
            return Results.BadRequest("Send a form with user and language.");
        }

        var form = await context.Request.ReadFormAsync();
        if (!Guid.TryParse(form["user"], out var user) || ShellUsers.All(organization).All(one => one.Id != user))
        {
            return Results.BadRequest("The organisation has no such user.");
        }

        if (!int.TryParse(form["language"], out var language) || Array.TrueForAll(Languages, one => one.Language != language))
        {
            return Results.BadRequest("The shell speaks 1033 (English) and 1065 (Persian).");
        }

        Speak(organization, user, language);
        context.Response.Cookies.Append(WebApiOptions.SessionCookie, user.ToString("D"), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        return Results.LocalRedirect(Local(form["returnTo"]));
    }

    public static IResult Leave(HttpContext context)
    {
        context.Response.Cookies.Delete(WebApiOptions.SessionCookie);
        return Results.LocalRedirect("/signin");
    }

    /// <summary>The language is one of the user's personal settings, as in Dynamics: formatted values follow it as well.</summary>
    private static void Speak(Organization organization, Guid user, int language) =>
        organization.ServiceFor(organization.SystemUserId).Execute(new UpsertRequest { Target = new Entity("usersettings", user) { ["uilanguageid"] = language } });

    private static string Local(string? address) => address is ['/', not ('/' or '\\'), ..] ? address : "/main.aspx";
}

using System.Text;
using Microsoft.AspNetCore.Http;

namespace CrmEmulator.AppShell;

/// <summary>The one page of the shell; scripts draw into it what the address asks for.</summary>
internal static class ShellPage
{
    public static IResult Show(ShellCaller caller)
    {
        var isPersian = caller.Language == ShellCaller.Persian;
        var html = $"""
            <!DOCTYPE html><html lang="{(isPersian ? "fa-IR" : "en-GB")}" dir="{(isPersian ? "rtl" : "ltr")}"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Dynamics emulator</title><link rel="icon" href="data:,">
            <link rel="stylesheet" href="/shell/files/shell.css"><link rel="stylesheet" href="/shell/files/form.css">
            <script type="module" src="/shell/files/boot.js"></script></head><body></body></html>
            """;
        return Results.Content(html, "text/html; charset=utf-8", Encoding.UTF8);
    }
}

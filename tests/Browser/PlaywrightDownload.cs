using Microsoft.Playwright;

namespace Browser;

/// <summary>Playwright's own way to a browser.</summary>
internal static class PlaywrightDownload
{
    /// <summary>Fetches the Chromium that belongs to Playwright and says where it lies; null: it could not.</summary>
    public static string? Fetch(IPlaywright playwright) =>
        Microsoft.Playwright.Program.Main(["install", "--no-shell", "chromium"]) == 0 ? playwright.Chromium.ExecutablePath : null;
}

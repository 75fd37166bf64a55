using System.IO.Compression;
using Journeys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Browser;

/// <summary>Playwright's installer really runs, into an empty folder, from a server on this machine in the place of Microsoft's.</summary>
[Collection(Stories.Name)]
public sealed class PlaywrightDownloadTests : IDisposable
{
    private const string Program = "#!/bin/sh\n# a browser, as far as an installer can see\n";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _before = [];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_there_is_no_Chromium_it_is_downloaded_and_found_and_without_a_download_the_test_fails(bool isThere)
    {
        var port = Stage.FreePort();
        Set("PLAYWRIGHT_BROWSERS_PATH", _folder.Path);
        Set("PLAYWRIGHT_DOWNLOAD_HOST", $"http://127.0.0.1:{port}");
        using var playwright = await Playwright.CreateAsync();
        var asked = 0;
        await using var server = Server(port, () =>
        {
            Interlocked.Increment(ref asked);
            return isThere ? Results.Bytes(Package(playwright.Chromium.ExecutablePath), "application/zip") : Results.NotFound();
        });
        await server.StartAsync();
        var chromium = new Chromium { Named = null, Usual = [], Install = null, Fetch = () => PlaywrightDownload.Fetch(playwright) };

        var found = isThere ? await Task.Run(chromium.Find) : null;
        var failure = isThere ? null : await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Task.Run(chromium.Find));

        Assert.True(asked > 0);
        Assert.Equal(isThere ? Program : null, found is null ? null : await File.ReadAllTextAsync(found));
        Assert.Equal(isThere, failure is null);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _folder.Dispose();
    }

    private static WebApplication Server(int port, Func<IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var server = builder.Build();
        server.MapGet("/{**path}", answer);
        return server;
    }

    /// <summary>A package with the programs that Playwright looks for: of Chromium, below its numbered folder, and of ffmpeg.</summary>
    private byte[] Package(string executable)
    {
        var inFolder = Path.GetRelativePath(_folder.Path, executable).Replace('\\', '/');
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { inFolder[(inFolder.IndexOf('/', StringComparison.Ordinal) + 1)..], "ffmpeg-linux", "ffmpeg-mac", "ffmpeg-win64.exe" })
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(Program);
            }
        }

        return bytes.ToArray();
    }

    private void Set(string name, string value)
    {
        _before[name] = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }
}

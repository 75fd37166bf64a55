namespace smSys.Server.Tests.Doubles;

/// <summary>A folder of the test's own, removed at its end.</summary>
internal sealed class TempFolder : IDisposable
{
    internal TempFolder() => Directory.CreateDirectory(Path);

    internal string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "smsys-server-" + Guid.NewGuid().ToString("N"));

    internal string File(string name) => System.IO.Path.Combine(Path, name);

    internal string[] Spooled => Directory.GetFiles(Path, "*.pushes");

    internal string[] Refused => Directory.GetFiles(File("refused"));

    public void Dispose() => Directory.Delete(Path, true);
}

using System.Globalization;
using CrmEmulator.Time;

namespace DevHost;

/// <summary>
/// The clock of a data folder. It may run faster than life, so a later run must not begin before the time that an earlier
/// one had reached: rows, leases and receipts would lie in the future.
/// </summary>
public sealed class LocalClock
{
    /// <summary>More than passes between two notes, so that nothing the killed run wrote lies ahead.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    private readonly string? _file;

    private LocalClock(string? file, OrganizationClock clock)
    {
        _file = file;
        Clock = clock;
    }

    /// <summary>The clock that everything runs on.</summary>
    public OrganizationClock Clock { get; }

    /// <summary>Starts a clock, in a data folder after the time noted there.</summary>
    public static LocalClock Start(string? folder, double timeScale)
    {
        var file = folder is null ? null : Path.Combine(folder, "clock.txt");
        var start = DateTime.UtcNow;
        if (file is not null && File.Exists(file)
            && DateTime.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var noted)
            && noted + Margin > start)
        {
            start = noted + Margin;
        }

        var clock = new LocalClock(file, OrganizationClock.Scaled(start, timeScale));
        clock.Note();
        return clock;
    }

    /// <summary>Notes the present time; the file is whole at every moment.</summary>
    public void Note()
    {
        if (_file is null)
        {
            return;
        }

        var fresh = _file + ".new";
        File.WriteAllText(fresh, Clock.UtcNow.ToString("O", CultureInfo.InvariantCulture));
        File.Move(fresh, _file, overwrite: true);
    }
}

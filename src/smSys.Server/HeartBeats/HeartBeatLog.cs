using Microsoft.Extensions.Logging;

namespace smSys.Server.HeartBeats;

/// <summary>What the heart writes for operators.</summary>
internal static partial class HeartBeatLog
{
    [LoggerMessage(1, LogLevel.Debug, "The row {Row} is gone.")]
    internal static partial void RowGone(this ILogger log, Guid row);

    [LoggerMessage(2, LogLevel.Warning, "CRM refuses to {Purpose} {Row}: {Cause} It is left alone until {Until:HH:mm:ss} UTC; open the row in CRM and look at it.")]
    internal static partial void RowRefused(this ILogger log, string purpose, Guid row, string cause, DateTime until);

    [LoggerMessage(3, LogLevel.Information, "CRM answers again after {Failures} failed beats; due processes are being woken.")]
    internal static partial void CrmBack(this ILogger log, int failures);

    [LoggerMessage(4, LogLevel.Warning, "The heart-beat could not reach CRM ({Failures} in a row): {Cause} Next try in {Pause:0} s; nothing is lost, due processes wait.")]
    internal static partial void CrmAway(this ILogger log, int failures, string cause, double pause);

    [LoggerMessage(5, LogLevel.Debug, "{Count} SMS processes were due and have been asked to run.")]
    internal static partial void Woken(this ILogger log, int count);
}

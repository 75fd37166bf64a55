using Microsoft.Extensions.Logging;

namespace smSys.Server.Callbacks;

/// <summary>What the ear writes for operators; neither content nor keys.</summary>
internal static partial class CallbackLog
{
    [LoggerMessage(20, LogLevel.Warning, "More pushes come from {Source} than are taken in a minute; it was asked to come again. If it is the provider, raise Ear:PushesPerMinute.")]
    internal static partial void TooManyPushes(this ILogger log, string? source);

    [LoggerMessage(21, LogLevel.Warning, "A push of provider kind {Provider} for the SMS setting {Setting} is too long and was refused; if it is the provider's, raise Ear:BodyBytes.")]
    internal static partial void PushTooLong(this ILogger log, string provider, Guid setting);

    [LoggerMessage(22, LogLevel.Error, "A push could not be kept and was not acknowledged: {Cause} The provider has to come again; look at the disk of Ear:Folder.")]
    internal static partial void NotKept(this ILogger log, string cause);

    [LoggerMessage(23, LogLevel.Warning, "Pushes could not be delivered to CRM ({Failures} in a row): {Cause} They stay on the disk; next try in {Pause:0} s.")]
    internal static partial void CrmAway(this ILogger log, int failures, string cause, double pause);

    [LoggerMessage(24, LogLevel.Information, "Pushes reach CRM again.")]
    internal static partial void CrmBack(this ILogger log);

    [LoggerMessage(25, LogLevel.Warning, "CRM refuses pushes for the SMS setting {Row}: {Cause} They stay on the disk and are tried again for a day; open the setting in CRM and look at it.")]
    internal static partial void Refused(this ILogger log, Guid row, string cause);

    [LoggerMessage(26, LogLevel.Error, "CRM has refused pushes for the SMS setting {Row} for a day: {Cause} They now lie in {File}; mend the cause, then move the file up into Ear:Folder.")]
    internal static partial void SetAside(this ILogger log, Guid row, string cause, string file);

    [LoggerMessage(27, LogLevel.Error, "{Count} lines of the spool file {File} are damaged and were left out; a copy lies in the folder refused. Check the disk.")]
    internal static partial void Damaged(this ILogger log, int count, string file);

    [LoggerMessage(28, LogLevel.Warning, "A push rang for the SMS process {Row}, but CRM refuses to wake it: {Cause} If it is gone, take its address off the provider's panel.")]
    internal static partial void NobodyToRing(this ILogger log, Guid row, string cause);

    [LoggerMessage(29, LogLevel.Error, "The spool cannot be read: {Cause} What was acknowledged stays on the disk; look at the disk and the rights of Ear:Folder.")]
    internal static partial void SpoolUnreadable(this ILogger log, string cause);
}

namespace smSys.Deploy.Probing;

/// <summary>How the organisation refused a call.</summary>
public sealed class Refusal(int code, string message)
{
    public const int ClosedRowCreated = unchecked((int)0x80048408);
    public const int DuplicateRecord = unchecked((int)0x80040237);
    public const int NoSuchRow = unchecked((int)0x80040217);
    public const int NoSuchColumn = unchecked((int)0x80041103);
    public const int RowVersionMismatch = unchecked((int)0x80060882);

    /// <summary>The platform's error code.</summary>
    public int Code { get; } = code;

    public string Message { get; } = message;

    public override string ToString() => $"0x{Code:X8} {Message}";
}

namespace smSys.Deploy.Connecting;

/// <summary>The organisation, or what was found in it, does not allow the command; the message says what to do.</summary>
public sealed class RefusedException(string message) : Exception(message);

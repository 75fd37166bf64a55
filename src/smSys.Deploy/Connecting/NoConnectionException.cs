namespace smSys.Deploy.Connecting;

/// <summary>There is no organisation to speak to; the message says why and what to do.</summary>
public sealed class NoConnectionException(string message) : Exception(message);

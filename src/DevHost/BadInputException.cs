namespace DevHost;

/// <summary>What the user gave cannot be used. Its message is one sentence for them; the exit code is 2.</summary>
public sealed class BadInputException(string message) : Exception(message);

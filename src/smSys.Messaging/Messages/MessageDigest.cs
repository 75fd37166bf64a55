namespace smSys.Messaging.Messages;

/// <summary>Recognises the same content again without keeping it.</summary>
public static class MessageDigest
{
    /// <summary>32 hexadecimal digits that are the same for the same parts, on every machine and runtime.</summary>
    public static string Of(params string[] parts) => IdHash.Hex(IdHash.Of(parts), 16);
}

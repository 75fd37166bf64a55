namespace smSys.Messaging.Text;

/// <summary>How a text travels.</summary>
public enum SmsEncoding
{
    /// <summary>The GSM 7-bit default alphabet with its extension table: 160 septets, or 153 in each of several parts.</summary>
    Gsm7,

    /// <summary>UCS-2: 70 UTF-16 units, or 67 in each of several parts.</summary>
    Ucs2,
}

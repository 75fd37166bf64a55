using System;

namespace smSys.Messaging.Numbers;

/// <summary>
/// A phone number that is known to be well formed: digits with the country code and no "+" (a plus sign breaks alternate
/// keys of Dynamics), at most 15 of them. Only PhoneNumberParser makes one.
/// </summary>
public readonly struct PhoneNumber : IEquatable<PhoneNumber>
{
    private readonly string? _digits;

    internal PhoneNumber(string digits, bool isIranianMobile)
    {
        _digits = digits;
        IsIranianMobile = isIranianMobile;
    }

    /// <summary>For example <c>989121234567</c>.</summary>
    public string Digits => _digits ?? string.Empty;

    /// <summary>98, then 9 and nine digits.</summary>
    public bool IsIranianMobile { get; }

    /// <summary>With the plus sign: <c>+989121234567</c>.</summary>
    public string E164 => "+" + Digits;

    /// <summary>As Iranian panels write it, <c>09121234567</c>; the international digits with 00 for other countries.</summary>
    public string WithLeadingZero =>
        Digits.StartsWith("98", StringComparison.Ordinal) ? "0" + Digits.Substring(2) : "00" + Digits;

    /// <inheritdoc/>
    public bool Equals(PhoneNumber other) => string.Equals(Digits, other.Digits, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PhoneNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Digits);

    /// <inheritdoc/>
    public override string ToString() => Digits;

    /// <summary>Same number.</summary>
    public static bool operator ==(PhoneNumber left, PhoneNumber right) => left.Equals(right);

    /// <summary>Different numbers.</summary>
    public static bool operator !=(PhoneNumber left, PhoneNumber right) => !left.Equals(right);
}

namespace smSys.Messaging.Text.Folding;

/// <summary>What folding does with what stands between the letters.</summary>
public enum FoldMode
{
    /// <summary>Punctuation stays, runs of white space become one space, ZWNJ goes: «می‌روم» is «میروم».</summary>
    Words,

    /// <summary>As <see cref="Words"/>, but a ZWNJ becomes a space: «می‌روم» is «می روم».</summary>
    NonJoinerAsSpace,

    /// <summary>Only letters and digits stay: «ل غ و ‍۱۱!» is «لغو11». For words that must be recognised however they are typed.</summary>
    LettersAndDigits,
}

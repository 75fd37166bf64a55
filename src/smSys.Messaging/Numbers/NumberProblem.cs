namespace smSys.Messaging.Numbers;

/// <summary>Why a text is not a phone number.</summary>
public enum NumberProblemKind
{
    /// <summary>There is none: the text is a phone number.</summary>
    None,

    /// <summary>No digit at all, nothing else either.</summary>
    Empty,

    /// <summary>A letter, as in "ext. 12".</summary>
    Letter,

    /// <summary>A sign that no phone number holds.</summary>
    Sign,

    /// <summary>Digits are missing.</summary>
    TooShort,

    /// <summary>There are too many digits.</summary>
    TooLong,

    /// <summary>Two phone numbers in one field.</summary>
    TwoNumbers,

    /// <summary>Zeros or a plus sign in front that lead nowhere, as in "000912" or "+0912".</summary>
    Prefix,

    /// <summary>No country has this code.</summary>
    UnknownCountry,

    /// <summary>No Iranian area has this code.</summary>
    UnknownArea,

    /// <summary>A landline where a mobile number is needed.</summary>
    NotMobile,

    /// <summary>Another country's number where one of the own country is needed.</summary>
    Foreign,
}

/// <summary>What is wrong with a text that should be a phone number.</summary>
public readonly struct NumberProblem
{
    internal NumberProblem(NumberProblemKind kind, int position)
    {
        Kind = kind;
        Position = position;
    }

    /// <summary>What it is.</summary>
    public NumberProblemKind Kind { get; }

    /// <summary>Where, counted in UTF-16 units from 0; 0 where it concerns the whole text.</summary>
    public int Position { get; }

    /// <summary>A word that never changes, for logs and tests: <c>number-too-short</c>; empty when there is no problem.</summary>
    public string Code => Kind switch
    {
        NumberProblemKind.None => string.Empty,
        NumberProblemKind.Empty => "number-empty",
        NumberProblemKind.Letter => "number-letter",
        NumberProblemKind.Sign => "number-sign",
        NumberProblemKind.TooShort => "number-too-short",
        NumberProblemKind.TooLong => "number-too-long",
        NumberProblemKind.TwoNumbers => "number-two",
        NumberProblemKind.Prefix => "number-prefix",
        NumberProblemKind.UnknownCountry => "number-country",
        NumberProblemKind.UnknownArea => "number-area",
        NumberProblemKind.NotMobile => "number-not-mobile",
        _ => "number-foreign",
    };
}

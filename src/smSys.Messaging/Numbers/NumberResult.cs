using System;

namespace smSys.Messaging.Numbers;

/// <summary>Either a phone number or what is wrong with the text.</summary>
public readonly struct NumberResult
{
    private readonly PhoneNumber _number;

    internal NumberResult(PhoneNumber number)
    {
        _number = number;
        Problem = default;
    }

    internal NumberResult(NumberProblemKind kind, int position)
    {
        _number = default;
        Problem = new NumberProblem(kind, position);
    }

    /// <summary><see cref="Number"/> may be read.</summary>
    public bool IsValid => Problem.Kind == NumberProblemKind.None;

    /// <summary>What is wrong; its kind is None when nothing is.</summary>
    public NumberProblem Problem { get; }

    /// <summary>The number of a valid text.</summary>
    /// <exception cref="InvalidOperationException">The text is not a phone number; the message holds the problem's code.</exception>
    public PhoneNumber Number => IsValid ? _number : throw new InvalidOperationException("No phone number: " + Problem.Code + ".");
}

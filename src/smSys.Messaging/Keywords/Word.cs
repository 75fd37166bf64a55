namespace smSys.Messaging.Keywords;

/// <summary>A word of a text and its place there.</summary>
/// <param name="Start">Of the word without punctuation around it, in UTF-16 units from 0.</param>
/// <param name="Length">Of the word without punctuation around it.</param>
/// <param name="OuterStart">Where its punctuation in front begins.</param>
/// <param name="Folded">For comparing; empty for an empty word.</param>
public sealed record Word(int Start, int Length, int OuterStart, string Folded);

namespace smSys.Messaging.Text;

/// <summary>The first character that the GSM alphabet lacks, because of which a whole text travels as UCS-2.</summary>
/// <param name="Position">In UTF-16 units from 0.</param>
/// <param name="CodePoint">The Unicode code point; of an unpaired surrogate, its own value.</param>
/// <param name="Name">In plain words, see <see cref="CharacterNames"/>.</param>
public sealed record UnicodeCause(int Position, int CodePoint, string Name);

/// <summary>What a text would cost with every character outside the GSM alphabet replaced by its nearest one inside.</summary>
/// <param name="Text">The text with the replacements.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="PartsSaved">How many fewer that is.</param>
public sealed record UnicodeSaving(string Text, int Parts, int PartsSaved);

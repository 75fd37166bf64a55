using CsCheck;
using smSys.Messaging.Text.Folding;

namespace smSys.Messaging.Tests.Text.Folding;

public class TextFoldTests
{
    private const string File = "folding.json";

    public static TheoryData<string> Vectors => VectorFile.Names(File);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Folds_as_the_vectors_say(string name)
    {
        var vector = VectorFile.Find(File, name);
        var text = vector.GetProperty("text").GetString()!;

        Assert.Equal(vector.GetProperty("words").GetString(), TextFold.Fold(text));
        Assert.Equal(vector.GetProperty("nonJoinerAsSpace").GetString(), TextFold.Fold(text, FoldMode.NonJoinerAsSpace));
        Assert.Equal(vector.GetProperty("lettersAndDigits").GetString(), TextFold.Fold(text, FoldMode.LettersAndDigits));
    }

    [Fact]
    public void There_are_at_least_sixty_vectors()
    {
        Assert.True(VectorFile.Read(File).Count >= 60);
    }

    [Theory]
    [InlineData("فرم\u200Cهاي برنامه", "فرم‌های برنامه")]
    [InlineData("كتاب", "کتاب")]
    [InlineData("لغو۱۱", "لغو١١")]
    [InlineData("Stop", "STOP")]
    public void What_reads_the_same_is_the_same(string left, string right)
    {
        Assert.True(TextFold.AreSame(left, right));
    }

    [Theory]
    [InlineData("لغو", "لغو11")]
    [InlineData("بار", "پار")]
    [InlineData("می روم", "می‌روم")]
    public void What_reads_differently_stays_apart(string left, string right)
    {
        Assert.False(TextFold.AreSame(left, right));
    }

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        Gen.String[Gen.Char, 0, 60].Sample(text =>
            TextFold.Fold(TextFold.Fold(text)) == TextFold.Fold(text)
            && TextFold.Fold(TextFold.Fold(text, FoldMode.LettersAndDigits), FoldMode.LettersAndDigits) == TextFold.Fold(text, FoldMode.LettersAndDigits));
    }
}

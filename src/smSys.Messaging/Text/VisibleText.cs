using System.Globalization;

namespace smSys.Messaging.Text;

/// <summary>Whether anybody sees anything of a text.</summary>
public static class VisibleText
{
    /// <summary>True of nothing but space, line ends, joiners and marks of direction.</summary>
    public static bool IsEmpty(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                return false;
            }
        }

        return true;
    }
}

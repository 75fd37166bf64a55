namespace smSys.Messaging.Text.Folding;

/// <summary>
/// Arabic letters in the shapes of old fonts, as some phones and panels still send them. A table, because the runtimes differ
/// in what they normalise when culture data is switched off.
/// </summary>
internal static class PresentationForms
{
    // The letters of U+FE80 to U+FEF4, each as often as it has shapes.
    private const string Letters =
        "ءآآأأؤؤإإئئئئااببببةةتتتتثثثثججججححححخخخخددذذررززسسسسششششصصصصضضضضططططظظظظععععغغغغففففققققككككللللممممننننههههووىىيييي";

    internal static bool Holds(char c) => c is (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    /// <summary>The letters that the shape stands for; the character itself where it stands for none we know.</summary>
    internal static string Plain(char c) => c switch
    {
        >= '\uFE80' and <= '\uFEF4' => Letters[c - '\uFE80'].ToString(),
        '\uFEF5' or '\uFEF6' => "لآ",
        '\uFEF7' or '\uFEF8' => "لأ",
        '\uFEF9' or '\uFEFA' => "لإ",
        '\uFEFB' or '\uFEFC' => "لا",
        >= '\uFE70' and <= '\uFE7F' => string.Empty,
        '\uFB50' or '\uFB51' => "ا",
        >= '\uFB56' and <= '\uFB59' => "پ",
        >= '\uFB7A' and <= '\uFB7D' => "چ",
        '\uFB8A' or '\uFB8B' => "ژ",
        >= '\uFB8E' and <= '\uFB91' => "ک",
        >= '\uFB92' and <= '\uFB95' => "گ",
        '\uFBA4' or '\uFBA5' => "ه",
        >= '\uFBA6' and <= '\uFBAD' => "ه",
        '\uFBAE' or '\uFBAF' => "ی",
        >= '\uFBFC' and <= '\uFBFF' => "ی",
        '\uFDF2' => "الله",
        '\uFDFC' => "ریال",
        _ => c.ToString(),
    };
}

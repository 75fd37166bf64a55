using System.Globalization;
using System.Linq;

namespace smSys.Messaging.Text;

/// <summary>Numbers as people read them in their language: <c>1,234.5</c> or <c>۱٬۲۳۴٫۵</c>.</summary>
public static class Figures
{
    /// <summary>At most two decimal places.</summary>
    public static string Of(decimal number, Language language)
    {
        var plain = number.ToString("#,0.##", CultureInfo.InvariantCulture);
        return language == Language.Persian ? string.Concat(plain.Select(InPersian)) : plain;
    }

    private static char InPersian(char sign) => sign switch
    {
        >= '0' and <= '9' => (char)('۰' + (sign - '0')),
        ',' => '٬',
        '.' => '٫',
        _ => sign,
    };
}

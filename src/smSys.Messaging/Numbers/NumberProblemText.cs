using System.Globalization;
using smSys.Messaging.Text;

namespace smSys.Messaging.Numbers;

/// <summary>Says a <see cref="NumberProblem"/> in one sentence for the person who typed the number.</summary>
public static class NumberProblemText
{
    /// <summary>One sentence; empty when there is no problem.</summary>
    public static string For(NumberProblem problem, Language language) =>
        language == Language.Persian ? InPersian(problem) : InEnglish(problem);

    private static string InEnglish(NumberProblem problem) => problem.Kind switch
    {
        NumberProblemKind.None => string.Empty,
        NumberProblemKind.Empty => "The phone number is empty.",
        NumberProblemKind.Letter => "The phone number holds a letter at place " + Place(problem) + "; write digits only.",
        NumberProblemKind.Sign => "The phone number holds a sign at place " + Place(problem) + " that does not belong there.",
        NumberProblemKind.TooShort => "The phone number is too short; digits are missing.",
        NumberProblemKind.TooLong => "The phone number is too long; it has digits too many.",
        NumberProblemKind.TwoNumbers => "These are two phone numbers; write one in each field.",
        NumberProblemKind.Prefix => "The phone number begins in a way that no number does; write 09… or +98….",
        NumberProblemKind.UnknownCountry => "No country has the code that this phone number begins with.",
        NumberProblemKind.UnknownArea => "No area in Iran has the code that this phone number begins with.",
        NumberProblemKind.NotMobile => "This is a landline; an SMS needs a mobile number.",
        _ => "This is a number of another country; only numbers of the own country can be used here.",
    };

    private static string InPersian(NumberProblem problem) => problem.Kind switch
    {
        NumberProblemKind.None => string.Empty,
        NumberProblemKind.Empty => "شماره تلفن خالی است.",
        NumberProblemKind.Letter => "در جای " + Place(problem) + " شماره تلفن یک حرف آمده است؛ فقط رقم بنویسید.",
        NumberProblemKind.Sign => "در جای " + Place(problem) + " شماره تلفن نشانه‌ای آمده است که جایش آنجا نیست.",
        NumberProblemKind.TooShort => "شماره تلفن کوتاه است و رقم کم دارد.",
        NumberProblemKind.TooLong => "شماره تلفن بلند است و رقم اضافه دارد.",
        NumberProblemKind.TwoNumbers => "در این خانه دو شماره تلفن آمده است؛ هر شماره را جدا بنویسید.",
        NumberProblemKind.Prefix => "آغاز شماره تلفن درست نیست؛ آن را با 09 یا 98+ بنویسید.",
        NumberProblemKind.UnknownCountry => "هیچ کشوری پیش‌شماره‌ای را که این شماره با آن آغاز می‌شود ندارد.",
        NumberProblemKind.UnknownArea => "هیچ استانی در ایران این پیش‌شماره را ندارد.",
        NumberProblemKind.NotMobile => "این شماره تلفن ثابت است؛ برای پیامک شماره همراه لازم است.",
        _ => "این شماره از کشور دیگری است؛ اینجا فقط شماره داخل کشور پذیرفته می‌شود.",
    };

    private static string Place(NumberProblem problem) => (problem.Position + 1).ToString(CultureInfo.InvariantCulture);
}

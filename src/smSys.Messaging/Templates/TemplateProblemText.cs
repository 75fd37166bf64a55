using System.Globalization;
using smSys.Messaging.Text;

namespace smSys.Messaging.Templates;

/// <summary>Says a <see cref="TemplateProblem"/> and what to do about it to the person who writes the template.</summary>
public static class TemplateProblemText
{
    /// <summary>One or two sentences.</summary>
    public static string For(TemplateProblem problem, Language language)
    {
        var place = (problem.Position + 1).ToString(CultureInfo.InvariantCulture);
        return language == Language.Persian
            ? "جای " + place + ": " + InPersian(problem) + (problem.Suggestion is null ? string.Empty : " شاید: " + problem.Suggestion)
            : "Place " + place + ": " + InEnglish(problem) + (problem.Suggestion is null ? string.Empty : " Perhaps: " + problem.Suggestion);
    }

    private static string InEnglish(TemplateProblem problem) => problem.Kind switch
    {
        TemplateProblemKind.Unclosed => "these braces are not closed; write }} behind the name.",
        TemplateProblemKind.StrayClose => "here }} closes nothing; write {{ before the name, or \\}} for the signs themselves.",
        TemplateProblemKind.SingleBrace => "a value needs two braces on each side; write \\{ for the sign itself.",
        TemplateProblemKind.Empty => "nothing stands between the braces; write the name of a column.",
        TemplateProblemKind.Name => "\"" + problem.Found + "\" is no name of a column; names are Latin letters, digits and underscores.",
        TemplateProblemKind.Unexpected => "\"" + problem.Found + "\" does not belong here.",
        TemplateProblemKind.Quote => "the quote is not closed; write \" behind the text.",
        TemplateProblemKind.Rule => "the rule in brackets is not understood; write for example (newest by createdon).",
        TemplateProblemKind.Filter => "there is no filter \"" + problem.Found + "\".",
        TemplateProblemKind.FilterArguments => "the filter \"" + problem.Found + "\" is not written like this.",
        TemplateProblemKind.Comparison => "a number or a text in quotes is missing behind the comparison.",
        TemplateProblemKind.WithoutIf => "\"" + problem.Found + "\" needs an {{if …}} before it.",
        TemplateProblemKind.IfUnclosed => "this {{if …}} has no {{end}}.",
        TemplateProblemKind.Column => (problem.Table is null ? "the recipient" : problem.Table) + " has no column \"" + problem.Found + "\".",
        TemplateProblemKind.NoLookup => "\"" + problem.Found + "\" leads to no other record, so nothing can follow it.",
        TemplateProblemKind.Relation => "no rows of \"" + problem.Found + "\" belong to " + (problem.Table ?? "the recipient") + ".",
        TemplateProblemKind.Via => "several lookups of \"" + problem.Found + "\" lead here; write which one, for example (newest by createdon via customerid).",
        TemplateProblemKind.Operand => "the column " + problem.Table + " never holds \"" + problem.Found + "\".",
        TemplateProblemKind.TooWide => "this asks for more related tables than Dynamics reads at once; use fewer lookups or rules.",
        _ => "this goes too deep; use fewer steps.",
    };

    private static string InPersian(TemplateProblem problem) => problem.Kind switch
    {
        TemplateProblemKind.Unclosed => "این آکولادها بسته نشده‌اند؛ پس از نام }} بنویسید.",
        TemplateProblemKind.StrayClose => "این }} چیزی را نمی‌بندد؛ پیش از نام {{ بنویسید، یا برای خود نشانه \\}}.",
        TemplateProblemKind.SingleBrace => "هر مقدار در هر سو دو آکولاد می‌خواهد؛ برای خود نشانه \\{ بنویسید.",
        TemplateProblemKind.Empty => "میان آکولادها چیزی نیست؛ نام یک ستون را بنویسید.",
        TemplateProblemKind.Name => "«" + problem.Found + "» نام ستون نیست؛ نام‌ها از حروف لاتین، رقم و زیرخط‌اند.",
        TemplateProblemKind.Unexpected => "«" + problem.Found + "» جایش اینجا نیست.",
        TemplateProblemKind.Quote => "نشانه نقل‌قول بسته نشده است؛ پس از متن \" بنویسید.",
        TemplateProblemKind.Rule => "قاعده درون پرانتز روشن نیست؛ برای نمونه (newest by createdon) بنویسید.",
        TemplateProblemKind.Filter => "صافی «" + problem.Found + "» وجود ندارد.",
        TemplateProblemKind.FilterArguments => "صافی «" + problem.Found + "» این‌گونه نوشته نمی‌شود.",
        TemplateProblemKind.Comparison => "پس از نشانه مقایسه یک عدد یا متنی درون نقل‌قول کم است.",
        TemplateProblemKind.WithoutIf => "پیش از «" + problem.Found + "» باید {{if …}} بیاید.",
        TemplateProblemKind.IfUnclosed => "این {{if …}} بدون {{end}} مانده است.",
        TemplateProblemKind.Column => (problem.Table ?? "گیرنده") + " ستونی به نام «" + problem.Found + "» ندارد.",
        TemplateProblemKind.NoLookup => "«" + problem.Found + "» به رکورد دیگری نمی‌رسد و چیزی پس از آن نمی‌آید.",
        TemplateProblemKind.Relation => "هیچ ردیفی از «" + problem.Found + "» از آنِ " + (problem.Table ?? "گیرنده") + " نیست.",
        TemplateProblemKind.Via => "چند فیلد «" + problem.Found + "» به اینجا می‌رسند؛ بنویسید کدام، برای نمونه (newest by createdon via customerid).",
        TemplateProblemKind.Operand => "فیلد " + problem.Table + " هرگز «" + problem.Found + "» نیست.",
        TemplateProblemKind.TooWide => "این الگو بیش از آنچه داینامیکس یک‌جا می‌خواند جدول مرتبط می‌خواهد؛ پیوندها یا قاعده‌ها را کم کنید.",
        _ => "این عبارت تودرتوتر از اندازه است؛ گام‌ها را کم کنید.",
    };
}

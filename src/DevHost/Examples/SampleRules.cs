using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace DevHost.Examples;

/// <summary>
/// The rules of the samples beside the journey's: confirming a registration brings the password; «مصرف» and a period bring the
/// usage as SMS, e-mail or fax.
/// </summary>
public static class SampleRules
{
    /// <summary>Where the rows of the report come from, and what is added up.</summary>
    public const string UsageSource =
        "table = isp_usage\nsender = isp_contactid\ndate = isp_usedon\nmegabytes = sum isp_megabytes\n"
        + "row = {{isp_usedon | date \"MM/dd\" jalali | digits persian}}: {{isp_megabytes | number | digits persian}} مگابایت";

    /// <summary>The answer by SMS, e-mail and fax.</summary>
    public const string UsageText =
        "{{firstname}} گرامی، مصرف شما از {{report.from | date \"yyyy/MM/dd\" jalali | digits persian}} تا "
        + "{{report.until | date \"yyyy/MM/dd\" jalali | digits persian}}: {{report.megabytes | number | digits persian}} مگابایت\n{{report.rows}}";

    /// <summary>The answer to a confirmed registration.</summary>
    public const string PasswordText = "{{firstname}} گرامی، گذرواژه شما: {{externaluseridentifier}}";

    /// <summary>Enters the rules; entering them again changes nothing.</summary>
    public static void Enter(IOrganizationService service)
    {
        foreach (var words in new[] { "تایید ثبت‌نام", "تایید ثبت نام" })
        {
            var password = Rule(service, words, 1, KeywordMatch.ContainedWords, words);
            Action(service, password, 1, KeywordActionKind.Reply, action => action.Text = PasswordText);
        }

        Usage(service, "مصرف با نمابر", 2, "مصرف نمابر {period*}", KeywordActionKind.SendFax);
        Usage(service, "مصرف با ایمیل", 3, "مصرف ایمیل {period*}", KeywordActionKind.SendEmail);
        Usage(service, "مصرف", 4, "مصرف {period*}", KeywordActionKind.Reply);
    }

    private static void Usage(IOrganizationService service, string name, int order, string pattern, KeywordActionKind answer)
    {
        var rule = Rule(service, name, order, KeywordMatch.Pattern, pattern);
        Action(service, rule, 1, KeywordActionKind.CollectRows, action => action.ColumnMap = UsageSource);
        Action(service, rule, 2, answer, action =>
        {
            action.Text = UsageText;
            action.CaseTitle = answer == KeywordActionKind.Reply ? null : "مصرف اینترنت شما";
        });
    }

    private static EntityReference Rule(IOrganizationService service, string name, int order, KeywordMatch match, string pattern) =>
        CreateOnce.Do(service, new SmsKeywordRow(SampleCustomer.IdOf("rule " + name))
        {
            Name = name,
            Order = order,
            Match = match,
            Pattern = pattern,
        }.Record);

    private static void Action(IOrganizationService service, EntityReference rule, int order, KeywordActionKind kind, Action<SmsKeywordActionRow> change)
    {
        var action = new SmsKeywordActionRow(SampleCustomer.IdOf("action " + rule.Id.ToString("N") + " " + order.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        {
            Name = kind.ToString(),
            KeywordId = rule,
            Order = order,
            Kind = kind,
        };
        change(action);
        CreateOnce.Do(service, action.Record);
    }
}

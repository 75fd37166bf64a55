using DevHost.Contacts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace DevHost.Journey;

/// <summary>
/// The rows an administrator would enter: a setting with its line, the support team, the templates and the keyword rule of
/// the brochure's example. Entering them again changes nothing.
/// </summary>
public sealed class JourneySetup(LocalSystem system)
{
    /// <summary>The text that is sent to each recipient.</summary>
    public const string Greeting = "{{firstname | default \"همکار\"}} {{lastname}} گرامی، به باشگاه مشتریان ما خوش آمدید. سمت شما: {{jobtitle | default \"ثبت نشده\"}}. برای گزارش مشکل، پیامک بزنید: مشکل حاد: شرح مشکل";

    /// <summary>What one of the phones answers.</summary>
    public const string Answer = "مشکل حاد: ذخیره نشدن فرم‌های برنامه";

    /// <summary>The part of the answer that becomes the case's description.</summary>
    public const string Complaint = "ذخیره نشدن فرم‌های برنامه";

    /// <summary>The team that gets acute cases.</summary>
    public const string TeamName = "پشتیبانی شبانه‌روزی";

    private static readonly DateTime IdTime = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The template of <see cref="Greeting"/>.</summary>
    public EntityReference Template { get; private set; } = new(SmsTemplate.LogicalName, Guid.Empty);

    /// <summary>The line of the provider that was entered last.</summary>
    public EntityReference Line { get; private set; } = new(SmsNumber.LogicalName, Guid.Empty);

    /// <summary>The support team.</summary>
    public EntityReference Team { get; private set; } = new("team", Guid.Empty);

    /// <summary>Enters everything for a provider.</summary>
    public void Enter(LocalProvider provider)
    {
        Team = CreateOnce.Do(system.Service, new Entity("team", IdOf("team"))
        {
            ["name"] = TeamName,
            ["businessunitid"] = new EntityReference("businessunit", system.Organization.RootBusinessUnitId),
            ["administratorid"] = new EntityReference("systemuser", system.Organization.AdministratorId),
        });
        LetTeamOwnCases();
        Line = AccountSetup.Enter(system, provider).Line;
        Template = CreateOnce.Do(system.Service, new SmsTemplateRow(IdOf("greeting"))
        {
            Name = "خوش‌آمد",
            RecipientTable = "contact",
            Text = Greeting,
            MissingValuePolicy = MissingValuePolicy.SendAnyway,
        }.Record);
        EnterKeyword();
    }

    /// <summary>A team owns only what its roles let it read.</summary>
    private void LetTeamOwnCases()
    {
        var held = new QueryExpression("teamroles") { Criteria = { Conditions = { new ConditionExpression("teamid", ConditionOperator.Equal, Team.Id) } } };
        if (system.Service.RetrieveMultiple(held).Entities.Count > 0)
        {
            return;
        }

        var roles = new QueryExpression("role")
        {
            Criteria =
            {
                Conditions =
                {
                    new ConditionExpression("name", ConditionOperator.Equal, "Basic User"),
                    new ConditionExpression("businessunitid", ConditionOperator.Equal, system.Organization.RootBusinessUnitId),
                },
            },
        };
        system.Service.Associate("team", Team.Id, new Relationship("teamroles_association"), [system.Service.RetrieveMultiple(roles).Entities[0].ToEntityReference()]);
    }

    private static Guid IdOf(string name) => DeterministicId.Create(IdTime, "journey", name);

    private void EnterKeyword()
    {
        var rule = CreateOnce.Do(system.Service, new SmsKeywordRow(IdOf("keyword"))
        {
            Name = "گزارش مشکل",
            Order = 10,
            Match = KeywordMatch.Pattern,
            Pattern = "مشکل {severity} : {description*}",
        }.Record);
        EnterAction(rule, 1, new SmsKeywordActionRow(IdOf("action case"))
        {
            Name = "باز کردن مورد",
            Kind = KeywordActionKind.CreateCase,
            CaseTitle = "مشکل {severity} از راه پیامک",
            ColumnMap = "description = {description}",
        });
        EnterAction(rule, 2, new SmsKeywordActionRow(IdOf("action team"))
        {
            Name = "سپردن مشکل حاد به پشتیبانی",
            Kind = KeywordActionKind.RouteToTeam,
            Condition = "severity = حاد",
            TeamId = Team,
        });
        EnterAction(rule, 3, new SmsKeywordActionRow(IdOf("action reply"))
        {
            Name = "پاسخ با شماره مورد",
            Kind = KeywordActionKind.Reply,
            Text = "گزارش شما با شماره {{case.ticketnumber}} ثبت شد.",
        });
    }

    private void EnterAction(EntityReference rule, int order, SmsKeywordActionRow action)
    {
        action.KeywordId = rule;
        action.Order = order;
        CreateOnce.Do(system.Service, action.Record);
    }
}

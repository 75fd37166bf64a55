using Microsoft.Xrm.Sdk;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Numbers;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Consents;

/// <summary>
/// Completes a consent that a person enters, by telephone or from a form: the number in its one form, when, by whom. Number and
/// class stay what they are; a new decision without a new proof does not keep the old one.
/// </summary>
[Step("Create", SmsConsent.LogicalName, Stage.PreOperation)]
[Step("Update", SmsConsent.LogicalName, Stage.PreOperation,
    Filters = [SmsConsent.Columns.PhoneNumber, SmsConsent.Columns.MessageClass, SmsConsent.Columns.ConsentState],
    Before = [SmsConsent.Columns.PhoneNumber, SmsConsent.Columns.MessageClass, SmsConsent.Columns.ConsentState])]
public sealed class ConsentSaving : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var target = new SmsConsentRow(services.Target);
        if (services.Context.MessageName == "Create")
        {
            target.PhoneNumber = Number(target.PhoneNumber);
            target.Name = target.PhoneNumber;
            target.MessageClass ??= MessageClass.Service;
            target.ConsentState ??= ConsentState.OptedOut;
            Sign(services, target);
            return;
        }

        var before = new SmsConsentRow(services.Before);
        if ((services.Target.Contains(SmsConsent.Columns.PhoneNumber) && target.PhoneNumber != before.PhoneNumber)
            || (services.Target.Contains(SmsConsent.Columns.MessageClass) && target.MessageClass != before.MessageClass))
        {
            throw new RefusalException(
                "consent-number",
                "Number and class of a consent stay what they are; enter another consent for another number.",
                "شماره و دسته رضایت عوض نمی‌شوند؛ برای شماره دیگر رضایت دیگری ثبت کنید.");
        }

        if (target.ConsentState != before.ConsentState)
        {
            Sign(services, target);
        }
    }

    private static void Sign(StepServices services, SmsConsentRow target)
    {
        if (services.IsEngine)
        {
            return;
        }

        target.ChangedById = new EntityReference("systemuser", services.Context.InitiatingUserId);
        var columns = services.Target;
        if (!columns.Contains(SmsConsent.Columns.ChangedOn))
        {
            target.ChangedOn = services.Clock();
        }

        if (!columns.Contains(SmsConsent.Columns.Source))
        {
            target.Source = services.IsWorkflow ? ConsentSource.Workflow : ConsentSource.Phone;
        }

        if (!columns.Contains(SmsConsent.Columns.SmsId))
        {
            target.SmsId = null;
        }

        if (!columns.Contains(SmsConsent.Columns.ProofText))
        {
            target.ProofText = null;
        }
    }

    private static string Number(string? typed)
    {
        var result = PhoneNumberParser.Parse(typed);
        return result.IsValid ? result.Number.Digits : throw new RefusalException(
            result.Problem.Code,
            NumberProblemText.For(result.Problem, Messaging.Text.Language.English),
            NumberProblemText.For(result.Problem, Messaging.Text.Language.Persian));
    }
}

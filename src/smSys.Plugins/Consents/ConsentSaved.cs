using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Consents;

/// <summary>Writes the history of a consent: a note for each decision, with how, when, by whom, and the words that prove it.</summary>
[Step("Create", SmsConsent.LogicalName, Stage.PostOperation)]
[Step("Update", SmsConsent.LogicalName, Stage.PostOperation,
    Filters =
    [
        SmsConsent.Columns.ConsentState, SmsConsent.Columns.ChangedOn, SmsConsent.Columns.Source, SmsConsent.Columns.SmsId,
        SmsConsent.Columns.ProofText,
    ],
    Before =
    [
        SmsConsent.Columns.ConsentState, SmsConsent.Columns.ChangedOn, SmsConsent.Columns.Source, SmsConsent.Columns.SmsId,
        SmsConsent.Columns.ProofText,
    ])]
public sealed class ConsentSaved : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var isNew = services.Context.MessageName == "Create";
        if (!isNew && !IsNews(services.Target, services.Before))
        {
            return;
        }

        var id = isNew ? (Guid)services.Context.OutputParameters["id"] : services.Context.PrimaryEntityId;
        if (services.System.Find(
            SmsConsent.LogicalName,
            SmsConsent.PrimaryId,
            id,
            SmsConsent.Columns.ConsentState,
            SmsConsent.Columns.MessageClass,
            SmsConsent.Columns.ChangedOn,
            SmsConsent.Columns.ChangedById,
            SmsConsent.Columns.Source,
            SmsConsent.Columns.SmsId,
            SmsConsent.Columns.ProofText) is not { } row)
        {
            return;
        }

        var consent = new SmsConsentRow(row);
        services.System.Create(new Entity("annotation")
        {
            ["objectid"] = new EntityReference(SmsConsent.LogicalName, id),
            ["subject"] = new Notes(services.System).Say(Title(consent)),
            ["notetext"] = Text(consent),
        });
    }

    // A job that runs again writes the same once more; that is no decision.
    private static bool IsNews(Entity target, Entity before)
    {
        foreach (var column in new[]
        {
            SmsConsent.Columns.ConsentState, SmsConsent.Columns.ChangedOn, SmsConsent.Columns.Source, SmsConsent.Columns.SmsId,
            SmsConsent.Columns.ProofText,
        })
        {
            if (target.Contains(column) && !Same(target[column], before.Contains(column) ? before[column] : null))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(object? left, object? right)
    {
        if (left is EntityReference record)
        {
            return record.Id == (right as EntityReference)?.Id;
        }

        if (left is OptionSetValue option)
        {
            return option.Value == (right as OptionSetValue)?.Value;
        }

        // Dynamics keeps whole seconds.
        return left is DateTime time
            ? right is DateTime other && Math.Abs((time - other).TotalSeconds) < 1
            : Equals(left, right);
    }

    private static Sentence Title(SmsConsentRow consent)
    {
        var isOut = consent.ConsentState == ConsentState.OptedOut;
        var isAll = consent.MessageClass == MessageClass.Service;
        return consent.Source == ConsentSource.NumberMoved
            ? new Sentence("Released: the number moved to another record.", "آزاد شد: شماره به رکورد دیگری رسیده است.")
            : new Sentence(
                (isOut ? "Opted out of " : "Opted in to ") + (isAll ? "all messages" : "advertising") + " (" + consent.Source + ")",
                (isOut ? "انصراف از " : "پذیرش ") + (isAll ? "همه پیامک‌ها" : "پیامک تبلیغاتی") + " (" + SourceInPersian(consent.Source) + ")");
    }

    private static string Text(SmsConsentRow consent)
    {
        var text = (consent.ChangedOn?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "?") + " UTC";
        if (consent.ChangedById is { } user)
        {
            text += "\nsystemuser " + user.Id.ToString("D") + " " + user.Name;
        }

        if (consent.SmsId is { } sms)
        {
            text += "\nsmsys_sms " + sms.Id.ToString("D");
        }

        return string.IsNullOrEmpty(consent.ProofText) ? text : text + "\n" + consent.ProofText;
    }

    private static string SourceInPersian(ConsentSource? source) => source switch
    {
        ConsentSource.SMS => "پیامک",
        ConsentSource.Phone => "تلفن",
        ConsentSource.Form => "فرم",
        ConsentSource.Import => "فهرست",
        ConsentSource.Workflow => "گردش کار",
        ConsentSource.NumberMoved => "جابه‌جایی شماره",
        _ => "نامعلوم",
    };
}

using System.Activities;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Crm.Sentences;

namespace smSys.Activities.Shell;

/// <summary>A step about one person or company: a contact, account, lead or user.</summary>
public abstract class RecipientStep : WorkflowStep
{
    /// <summary>The record.</summary>
    [Input("Contact")]
    [ReferenceTarget("contact")]
    public InArgument<EntityReference> Contact { get; set; } = null!;

    /// <summary>The record.</summary>
    [Input("Account")]
    [ReferenceTarget("account")]
    public InArgument<EntityReference> Account { get; set; } = null!;

    /// <summary>The record.</summary>
    [Input("Lead")]
    [ReferenceTarget("lead")]
    public InArgument<EntityReference> Lead { get; set; } = null!;

    /// <summary>The record.</summary>
    [Input("User")]
    [ReferenceTarget("systemuser")]
    public InArgument<EntityReference> User { get; set; } = null!;

    /// <summary>The one record that was named; null when none was.</summary>
    /// <exception cref="RefusalException">Several were.</exception>
    protected EntityReference? RecordOf(StepRun run)
    {
        var records = new[] { Contact, Account, Lead, User }
            .Select(argument => argument.Get(run.Activity))
            .Where(reference => reference is not null)
            .ToArray();
        return records.Length <= 1 ? records.FirstOrDefault() : throw NotOne();
    }

    /// <summary>The refusal of a step that does not know whom it is about.</summary>
    protected static RefusalException NotOne() => new(
        "recipient-one",
        "Name exactly one recipient: a contact, an account, a lead, a user, or a phone number.",
        "دقیقاً یک گیرنده تعیین کنید: مخاطب، شرکت، سرنخ، کاربر یا شماره تلفن.");
}

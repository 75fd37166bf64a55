using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;

namespace smSys.Activities.Sending;

/// <summary>
/// Start bulk: starts an SMS Bulk that was prepared, or makes one for a marketing list and starts it. Freezing, approval and
/// sending go on by themselves. A repeat starts nothing twice.
/// </summary>
public sealed class StartBulk : WorkflowStep
{
    /// <summary>A draft that is ready to go; empty: one is made from the rest.</summary>
    [Input("SMS Bulk")]
    [ReferenceTarget("smsys_smsbulk")]
    public InArgument<EntityReference> Bulk { get; set; } = null!;

    /// <summary>Who gets it.</summary>
    [Input("Marketing list")]
    [ReferenceTarget("list")]
    public InArgument<EntityReference> List { get; set; } = null!;

    /// <summary>What to say; empty: the template.</summary>
    [Input("Text")]
    public InArgument<string> Text { get; set; } = null!;

    /// <summary>What to say.</summary>
    [Input("Template")]
    [ReferenceTarget("smsys_smstemplate")]
    public InArgument<EntityReference> Template { get; set; } = null!;

    /// <summary>The line to send from; empty: the user's own, their team's or the default one.</summary>
    [Input("Line")]
    [ReferenceTarget("smsys_smsnumber")]
    public InArgument<EntityReference> Line { get; set; } = null!;

    /// <summary>Works everything out and sends nothing.</summary>
    [Input("Only a dry run")]
    [Default("False")]
    public InArgument<bool> OnlyDryRun { get; set; } = null!;

    /// <summary>The bulk.</summary>
    [Output("Started SMS Bulk")]
    [ReferenceTarget("smsys_smsbulk")]
    public OutArgument<EntityReference> Started { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var bulk = Bulk.Get(run.Activity) ?? Prepare(run);
        var row = run.Service.Find(SmsBulk.LogicalName, SmsBulk.PrimaryId, bulk.Id, StandardColumns.Status);
        var status = row is null ? null : new SmsBulkRow(row).Statuscode;
        if (status is null)
        {
            throw new RefusalException("bulk-gone", "There is no such SMS Bulk.", "چنین ارسال گروهی‌ای نیست.");
        }

        // Whatever has left the draft was started before, by this step or by somebody.
        if (status is SmsBulk.Status.Draft or SmsBulk.Status.Checked)
        {
            run.Service.Update(new SmsBulkRow(bulk.Id)
            {
                Statecode = SmsBulk.State.Active,
                Statuscode = OnlyDryRun.Get(run.Activity) ? SmsBulk.Status.DryRunning : SmsBulk.Status.Ready,
            }.Record);
        }

        Started.Set(run.Activity, new EntityReference(SmsBulk.LogicalName, bulk.Id));
    }

    private EntityReference Prepare(StepRun run)
    {
        if (List.Get(run.Activity) is not { } list)
        {
            throw new RefusalException(
                "bulk-audience",
                "Name an SMS Bulk to start, or a marketing list and what to say.",
                "یک ارسال گروهی برای آغاز، یا یک لیست بازاریابی و متن تعیین کنید.");
        }

        var id = run.NewId();
        var bulk = new EntityReference(SmsBulk.LogicalName, id);
        if (run.Service.Find(SmsBulk.LogicalName, SmsBulk.PrimaryId, id, SmsBulk.PrimaryId) is null)
        {
            run.Service.Create(new SmsBulkRow(id)
            {
                Name = list.Name ?? run.Clock().ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
                AudienceKind = AudienceKind.MarketingLists,
                Text = Text.Get(run.Activity),
                TemplateId = Template.Get(run.Activity),
                NumberId = Line.Get(run.Activity),
            }.Record);
        }

        if (!IsFor(run, id, list.Id))
        {
            run.Service.Associate(SmsBulk.LogicalName, id, new Relationship("smsys_smsbulk_list"), [list]);
        }

        return bulk;
    }

    private static bool IsFor(StepRun run, Guid bulk, Guid list)
    {
        var query = new QueryExpression("list") { ColumnSet = new ColumnSet("listid") };
        query.Criteria.AddCondition("listid", ConditionOperator.Equal, list);
        query.AddLink("smsys_smsbulk_list", "listid", "listid").LinkCriteria.AddCondition(SmsBulk.PrimaryId, ConditionOperator.Equal, bulk);
        return run.Service.First(query) is not null;
    }
}

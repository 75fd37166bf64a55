using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Messaging.Keywords;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>
/// Starts a workflow on the message. The platform has no way to start one under an id of ours, so a note on the message says
/// before that it is about to be started and after that it was; where a run was cut off in between, nobody starts it again
/// blindly, and the message says so.
/// </summary>
public static class WorkflowAction
{
    private const string Begun = "Workflow being started: ";
    private const string Done = "Workflow started: ";

    /// <summary>Starts it, at most once.</summary>
    /// <exception cref="RefusalException">No workflow is named, or an earlier run was cut off at it.</exception>
    public static void Run(KeywordAction action, ActionScene scene)
    {
        if (action.WorkflowId is not { } workflow)
        {
            throw new RefusalException(
                "workflow-missing",
                "The keyword's action names no workflow; enter its id.",
                "اقدام کلیدواژه گردش کاری ندارد؛ شناسه آن را وارد کنید.");
        }

        var system = scene.Composition.Services.System;
        var writer = new RowWriter(system);
        var id = scene.IdOf(action);
        var isFirst = writer.CreateOnce(new Entity("annotation", id)
        {
            ["objectid"] = scene.Message.Reference,
            ["subject"] = Begun + workflow.ToString("D"),
        });
        if (!isFirst)
        {
            var subject = system.Find("annotation", "annotationid", id, "subject")?.GetAttributeValue<string>("subject");
            if (subject?.StartsWith(Done, StringComparison.Ordinal) == true)
            {
                return;
            }

            throw new RefusalException(
                "workflow-doubt",
                "Nobody can say whether the workflow was started, because an earlier run was cut off; look, and start it by hand if not.",
                "معلوم نیست گردش کار آغاز شده یا نه، چون اجرای پیشین قطع شد؛ بررسی کنید و اگر نشده دستی آغازش کنید.");
        }

        system.Execute(new ExecuteWorkflowRequest { WorkflowId = workflow, EntityId = scene.Message.Id });
        writer.Update(new Entity("annotation", id) { ["subject"] = Done + workflow.ToString("D") });
    }
}

using CrmEmulator.PlugIns;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Pipeline;

/// <summary>One pass of one message through its stages: parameters, shared variables and images that its steps see.</summary>
internal sealed class OperationFrame
{
    private readonly ExecutionHost host;
    private readonly OrganizationRequest request;
    private readonly CallContext call;
    private readonly DateTime createdOn;
    private readonly ParameterCollection outputs = new();
    private readonly ParameterCollection shared = new();
    private readonly ImageSource preImages = new();
    private readonly ImageSource postImages = new();
    private MessageSubject subject;

    public OperationFrame(ExecutionHost host, OrganizationRequest request, CallContext call)
    {
        this.host = host;
        this.request = request;
        this.call = call;
        subject = MessageSubject.Of(request);
        createdOn = host.Clock.UtcNow;
    }

    /// <summary>The context of the whole request around this pass, where there is one.</summary>
    public PlugInContext? Whole { get; init; }

    /// <summary>Runs the synchronous steps of a stage that want the request.</summary>
    public void Run(IReadOnlyList<RegisteredStep> steps, int stage, OperationTransaction? transaction)
    {
        foreach (var step in steps)
        {
            if (!step.Wants(request))
            {
                continue;
            }

            if (stage == 10)
            {
                preImages.Take([step], ImageSource.Before, subject, host.Pipeline, call);
            }

            var context = ContextFor(step, stage, isAsynchronous: false);
            host.Runner.Run(step, context, transaction);
            subject = MessageSubject.Of(request);
        }
    }

    public void TakePreImages(StepSet steps) =>
        preImages.Take(steps.InTransaction, ImageSource.Before, subject, host.Pipeline, call);

    public void TakePostImages(StepSet steps) =>
        postImages.Take(steps.AfterOperation, ImageSource.After, subject, host.Pipeline, call);

    /// <summary>Notes what the operation gave, and the id of a row it created.</summary>
    public void Complete(OrganizationResponse response)
    {
        Boundary.Replace(response.Results, outputs);
        if (subject.Message == "Create" && response.Results.TryGetValue("id", out var id) && id is Guid created)
        {
            subject = subject with { Id = created };
            if (Whole is not null)
            {
                Whole.PrimaryEntityId = created;
            }
        }
    }

    /// <summary>Gives the response what steps of stage 40 changed in the output parameters.</summary>
    public void TakeOver(OrganizationResponse response) => Boundary.Replace(outputs, response.Results);

    /// <summary>This pass as the parent of what it causes: a context of stage 30.</summary>
    public PlugInContext AsParent(OperationTransaction? transaction) => Context(30, 0, null, call.Parent, transaction);

    public PlugInContext ContextFor(RegisteredStep step, int stage, bool isAsynchronous) =>
        Context(stage, isAsynchronous ? 1 : 0, step, stage == 10 || !HasOwnParent ? call.Parent : Whole ?? AsParent(call.Transaction), call.Transaction);

    /// <summary>Create, Update and Delete run stages 20 to 40 one level inside the request.</summary>
    private bool HasOwnParent => subject.Message is "Create" or "Update" or "Delete";

    private PlugInContext Context(int stage, int mode, RegisteredStep? step, IPluginExecutionContext? parent, OperationTransaction? transaction) => new()
    {
        Stage = stage,
        Mode = mode,
        Depth = call.Depth,
        MessageName = subject.Message,
        PrimaryEntityName = subject.Table,
        PrimaryEntityId = subject.Id,
        RequestId = request.RequestId,
        InputParameters = request.Parameters,
        OutputParameters = outputs,
        SharedVariables = (HasOwnParent && stage is 20 or 40) || Whole is null ? shared : Whole.SharedVariables,
        UserId = step?.Definition.ImpersonatingUserId ?? call.UserId,
        InitiatingUserId = call.InitiatingUserId,
        OrganizationId = host.OrganizationId,
        OrganizationName = host.OrganizationName,
        PreEntityImages = step is null ? new EntityImageCollection() : preImages.For(step, ImageSource.Before),
        PostEntityImages = step is null ? new EntityImageCollection() : postImages.For(step, ImageSource.After),
        OwningExtension = step is null ? new EntityReference() : new EntityReference("sdkmessageprocessingstep", step.Definition.Id) { Name = step.Definition.Name },
        CorrelationId = call.CorrelationId,
        CorrelationUpdatedOn = call.CorrelationUpdatedOn,
        IsInTransaction = mode == 0 && transaction is not null,
        OperationId = request.RequestId ?? Guid.Empty,
        OperationCreatedOn = createdOn,
        ParentContext = parent,
        BusinessUnitId = host.BusinessUnitOf(call.UserId, transaction),
    };
}

/// <summary>The row before or after the operation, read once with the columns that all images need and cut to size for each.</summary>
internal sealed class ImageSource
{
    public const int Before = 0;
    public const int After = 1;

    private Entity? row;

    public void Take(IReadOnlyList<RegisteredStep> steps, int moment, MessageSubject subject, MessagePipeline pipeline, CallContext call)
    {
        row = null;
        if (!HasImages(steps))
        {
            return;
        }

        var images = steps.SelectMany(step => step.Definition.Images).Where(image => image.Kind == moment || image.Kind == 2).ToList();
        if (images.Count == 0 || subject.Id == Guid.Empty || !(moment == Before ? subject.CanHavePreImage : subject.CanHavePostImage))
        {
            return;
        }

        var columns = images.Any(image => image.Columns.Count == 0)
            ? new ColumnSet(true)
            : new ColumnSet([.. images.SelectMany(image => image.Columns).Distinct()]);
        row = pipeline.Snapshot(subject, columns, call);
    }

    private static bool HasImages(IReadOnlyList<RegisteredStep> steps)
    {
        for (var index = 0; index < steps.Count; index++)
        {
            if (steps[index].Definition.Images.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Only the named columns, never a row version; no row, no image.</summary>
    public EntityImageCollection For(RegisteredStep step, int moment)
    {
        var images = new EntityImageCollection();
        if (row is null)
        {
            return images;
        }

        foreach (var image in step.Definition.Images.Where(image => image.Kind == moment || image.Kind == 2))
        {
            var copy = Boundary.Copy(row);
            copy.RowVersion = null;
            copy.Attributes.Remove("versionnumber");
            foreach (var name in copy.Attributes.Keys.ToList())
            {
                if (image.Columns.Count > 0 && !image.Columns.Contains(name))
                {
                    copy.Attributes.Remove(name);
                    copy.FormattedValues.Remove(name);
                }
            }

            images[image.Alias] = copy;
        }

        return images;
    }
}

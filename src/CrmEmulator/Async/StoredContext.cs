using System.Runtime.Serialization;
using CrmEmulator.PlugIns;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Async;

/// <summary>The context of an asynchronous step as its job row keeps it, with its parents.</summary>
[DataContract(Name = "Context", Namespace = "urn:crm-emulator")]
internal sealed class StoredContext
{
    private static readonly DataContractSerializer Serializer = ContractCheck.For(typeof(StoredContext));

    [DataMember]
    public Guid StepId { get; set; }

    [DataMember]
    public int Stage { get; set; }

    [DataMember]
    public int Mode { get; set; }

    [DataMember]
    public int Depth { get; set; }

    [DataMember]
    public string Message { get; set; } = string.Empty;

    [DataMember]
    public string Table { get; set; } = string.Empty;

    [DataMember]
    public Guid RowId { get; set; }

    [DataMember]
    public Guid? RequestId { get; set; }

    /// <summary>Absent when the child has the very same parameters.</summary>
    [DataMember(EmitDefaultValue = false)]
    public ParameterCollection? Inputs { get; set; }

    [DataMember]
    public ParameterCollection Outputs { get; set; } = new();

    [DataMember]
    public ParameterCollection Shared { get; set; } = new();

    [DataMember]
    public EntityImageCollection Before { get; set; } = new();

    [DataMember]
    public EntityImageCollection After { get; set; } = new();

    [DataMember]
    public Guid UserId { get; set; }

    [DataMember]
    public Guid InitiatingUserId { get; set; }

    [DataMember]
    public Guid BusinessUnitId { get; set; }

    [DataMember]
    public Guid CorrelationId { get; set; }

    [DataMember]
    public DateTime CorrelationUpdatedOn { get; set; }

    [DataMember]
    public DateTime CreatedOn { get; set; }

    [DataMember(EmitDefaultValue = false)]
    public StoredContext? Parent { get; set; }

    public static string Write(PlugInContext context) => Convert.ToBase64String(ContractCheck.Write(Serializer, Of(context, null)));

    public static StoredContext Read(string text) => (StoredContext)ContractCheck.Read(Serializer, Convert.FromBase64String(text));

    /// <summary>The context with which the asynchronous service runs the step.</summary>
    public PlugInContext ForJob(Guid jobId, RegisteredStep step, ExecutionHost host) => Rebuild(host, null, jobId, new EntityReference("sdkmessageprocessingstep", step.Definition.Id) { Name = step.Definition.Name });

    private static StoredContext Of(PlugInContext context, PlugInContext? child) => new()
    {
        StepId = child is null ? context.OwningExtension.Id : Guid.Empty,
        Stage = context.Stage,
        Mode = context.Mode,
        Depth = context.Depth,
        Message = context.MessageName,
        Table = context.PrimaryEntityName,
        RowId = context.PrimaryEntityId,
        RequestId = context.RequestId,
        Inputs = ReferenceEquals(context.InputParameters, child?.InputParameters) ? null : Boundary.Copy(context.InputParameters),
        Outputs = Boundary.Copy(context.OutputParameters),
        Shared = Boundary.Copy(context.SharedVariables),
        Before = context.PreEntityImages,
        After = context.PostEntityImages,
        UserId = context.UserId,
        InitiatingUserId = context.InitiatingUserId,
        BusinessUnitId = context.BusinessUnitId,
        CorrelationId = context.CorrelationId,
        CorrelationUpdatedOn = context.CorrelationUpdatedOn,
        CreatedOn = context.OperationCreatedOn,
        Parent = context.ParentContext is PlugInContext parent ? Of(parent, context) : null,
    };

    private PlugInContext Rebuild(ExecutionHost host, ParameterCollection? childInputs, Guid operationId, EntityReference extension)
    {
        var inputs = Inputs ?? childInputs ?? new ParameterCollection();
        return new PlugInContext
        {
            Stage = Stage,
            Mode = Mode,
            Depth = Depth,
            MessageName = Message,
            PrimaryEntityName = Table,
            PrimaryEntityId = RowId,
            RequestId = RequestId,
            InputParameters = inputs,
            OutputParameters = Outputs,
            SharedVariables = Shared,
            PreEntityImages = Before,
            PostEntityImages = After,
            UserId = UserId,
            InitiatingUserId = InitiatingUserId,
            BusinessUnitId = BusinessUnitId,
            OrganizationId = host.OrganizationId,
            OrganizationName = host.OrganizationName,
            CorrelationId = CorrelationId,
            CorrelationUpdatedOn = CorrelationUpdatedOn,
            OperationId = operationId,
            OperationCreatedOn = CreatedOn,
            OwningExtension = extension,
            ParentContext = Parent?.Rebuild(host, inputs, Guid.Empty, new EntityReference()),
        };
    }
}

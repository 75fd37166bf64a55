namespace Microsoft.Xrm.Sdk.Workflow
{
    /// <summary>What a workflow step knows of the run it belongs to.</summary>
    public interface IWorkflowContext : IExecutionContext
    {
        string StageName { get; }

        int WorkflowCategory { get; }

        int WorkflowMode { get; }

        IWorkflowContext ParentContext { get; }
    }
}

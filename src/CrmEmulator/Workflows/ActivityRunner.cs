using System.Activities;
using System.Globalization;
using CrmEmulator.Pipeline;
using CrmEmulator.PlugIns;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace CrmEmulator.Workflows;

/// <summary>Runs one workflow step of an imported assembly with arguments by property name.</summary>
internal sealed class ActivityRunner(ExecutionHost host)
{
    /// <param name="type">The step.</param>
    /// <param name="context">What it is told.</param>
    /// <param name="inputs">Input arguments by property name.</param>
    /// <param name="position">Which step of its workflow it is, from 1; the same when the workflow is repeated.</param>
    /// <param name="jobId">The workflow's job, if one.</param>
    /// <exception cref="System.ServiceModel.FaultException{T}">The step threw, took too long, or does not exist.</exception>
    public IReadOnlyDictionary<string, object?> Run(Type type, PlugInContext context, IReadOnlyDictionary<string, object?> inputs, int position, Guid? jobId)
    {
        var outputs = new Dictionary<string, object?>(StringComparer.Ordinal);
        var code = new SandboxCode(type.Assembly.GetName().Name ?? string.Empty, type.FullName ?? type.Name, context, null, jobId);
        host.Runner.Run(code, execution =>
        {
            var invoker = new WorkflowInvoker((Activity)Activator.CreateInstance(type)!);
            var seen = new WorkflowContext(context.With(Boundary.Copy(context.InputParameters), Boundary.Copy(context.OutputParameters), Boundary.Copy(context.SharedVariables)));
            invoker.Extensions.Add<IWorkflowContext>(() => seen);
            invoker.Extensions.Add<ITracingService>(() => execution.Trace);
            invoker.Extensions.Add<IOrganizationServiceFactory>(() => new ServiceFactory(execution, context.UserId));
            invoker.Extensions.Add<Func<DateTime>>(() => () => host.Clock.UtcNow);
            invoker.Extensions.Add<Func<string>>(() => () => position.ToString(CultureInfo.InvariantCulture));
            foreach (var (name, value) in invoker.Invoke(inputs.ToDictionary(input => input.Key, input => Boundary.CopyValue(input.Value, input.Key)!)))
            {
                outputs[name] = Boundary.CopyValue(value, name);
            }
        });
        return outputs;
    }
}

using System.Reflection;
using Microsoft.Xrm.Sdk;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Tests.Shell;

/// <summary>A step that sends or keeps a journal, registered into a transaction by mistake, does nothing at all.</summary>
public class TransactionTests
{
    public static TheoryData<Type> AsynchronousSteps => [.. typeof(PlugIn).Assembly.GetTypes()
        .Where(type => type.GetCustomAttributes<StepAttribute>().Any(step => step.Mode == StepMode.Asynchronous))];

    [Theory]
    [MemberData(nameof(AsynchronousSteps))]
    public void An_asynchronous_step_refuses_a_transaction_before_it_opens_anything(Type step)
    {
        var refused = Assert.Throws<InvalidPluginExecutionException>(
            () => ((IPlugin)Activator.CreateInstance(step)!).Execute(new TransactionOnly()));

        Assert.Contains("(in-transaction)", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Knows a context that is in a transaction, and nothing else: whoever asks for a service fails otherwise.</summary>
    private sealed class TransactionOnly : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(IPluginExecutionContext) ? DispatchProxy.Create<IPluginExecutionContext, InTransaction>() : null;
    }

    // DispatchProxy derives from it.
    private class InTransaction : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            "get_IsInTransaction" => true,
            "get_Mode" => (int)StepMode.Asynchronous,
            _ => throw new InvalidOperationException("Nobody should ask for " + targetMethod.Name),
        };
    }
}

using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace CrmSdk.Tests.Workflow;

public class CodeActivityTests
{
    [Fact]
    public void A_step_reads_its_inputs_and_its_outputs_come_back_by_name()
    {
        var invoker = new WorkflowInvoker(new Greeting());

        var outputs = invoker.Invoke(new Dictionary<string, object> { ["Name"] = "لیلا", ["Count"] = 4 });

        Assert.Equal("سلام لیلا", outputs["Text"]);
        Assert.Equal(5, outputs["Count"]);
        Assert.Equal(["Count", "Text"], outputs.Keys.Order());
    }

    [Fact]
    public void An_input_that_was_not_given_is_the_default_of_its_type()
    {
        var outputs = new WorkflowInvoker(new Greeting()).Invoke(new Dictionary<string, object> { ["Name"] = "لیلا" });

        Assert.Equal(1, outputs["Count"]);
    }

    [Fact]
    public void A_literal_on_the_argument_serves_when_nothing_is_given()
    {
        var outputs = new WorkflowInvoker(new Greeting { Name = "همکار گرامی" }).Invoke();

        Assert.Equal("سلام همکار گرامی", outputs["Text"]);
    }

    [Theory]
    [InlineData("Name", 5)]
    [InlineData("Nobody", "x")]
    [InlineData("Text", "x")]
    public void A_wrong_input_is_refused(string name, object value)
    {
        var inputs = new Dictionary<string, object> { ["Name"] = "لیلا", [name] = value };

        Assert.Throws<ArgumentException>(() => new WorkflowInvoker(new Greeting()).Invoke(inputs));
    }

    [Fact]
    public void A_required_input_must_be_given()
    {
        Assert.Throws<ArgumentException>(() => new WorkflowInvoker(new Greeting()).Invoke());
    }

    [Fact]
    public void Extensions_are_found_by_type_and_absent_ones_are_null()
    {
        var now = new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc);
        var invoker = new WorkflowInvoker(new Asking());
        invoker.Extensions.Add(new Func<DateTime>(() => now));
        invoker.Extensions.Add<ITracingService>(() => new CollectingTrace());

        var outputs = invoker.Invoke();

        Assert.Equal(now, outputs["Now"]);
        Assert.True((bool)outputs["Traced"]);
        Assert.True((bool)outputs["WithoutContext"]);
    }

    [Fact]
    public void What_a_step_throws_reaches_the_host()
    {
        Assert.Throws<InvalidPluginExecutionException>(() => new WorkflowInvoker(new Refusing()).Invoke());
    }

    [Fact]
    public void A_context_is_dead_after_its_run()
    {
        var step = new Keeping();

        new WorkflowInvoker(step).Invoke();

        Assert.Throws<ObjectDisposedException>(() => step.Kept!.GetExtension<ITracingService>());
    }

    private sealed class Greeting : CodeActivity
    {
        [Input("Name")]
        [RequiredArgument]
        public InArgument<string>? Name { get; set; }

        [Input("Count")]
        [Output("Count")]
        public InOutArgument<int>? Count { get; set; }

        [Output("Text")]
        public OutArgument<string>? Text { get; set; }

        protected override void Execute(CodeActivityContext context)
        {
            Text!.Set(context, "سلام " + Name!.Get(context));
            Count!.Set(context, Count.Get(context) + 1);
        }
    }

    private sealed class Asking : CodeActivity
    {
        public OutArgument<DateTime>? Now { get; set; }

        public OutArgument<bool>? Traced { get; set; }

        public OutArgument<bool>? WithoutContext { get; set; }

        protected override void Execute(CodeActivityContext context)
        {
            Now!.Set(context, context.GetExtension<Func<DateTime>>()());
            Traced!.Set(context, context.GetExtension<ITracingService>() is CollectingTrace);
            WithoutContext!.Set(context, context.GetExtension<IWorkflowContext>() is null);
        }
    }

    private sealed class Refusing : CodeActivity
    {
        protected override void Execute(CodeActivityContext context) => throw new InvalidPluginExecutionException("نه");
    }

    private sealed class Keeping : CodeActivity
    {
        public CodeActivityContext? Kept { get; private set; }

        protected override void Execute(CodeActivityContext context) => Kept = context;
    }

    private sealed class CollectingTrace : ITracingService
    {
        public List<string> Lines { get; } = [];

        public void Trace(string format, params object[] args) => Lines.Add(format);
    }
}

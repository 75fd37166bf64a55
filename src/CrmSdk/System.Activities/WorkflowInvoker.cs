using System.Activities.Hosting;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace System.Activities
{
    /// <summary>Runs one step on the caller's thread: inputs by property name, outputs back the same way.</summary>
    public sealed class WorkflowInvoker
    {
        private readonly Activity workflow;

        public WorkflowInvoker(Activity workflow)
        {
            this.workflow = workflow ?? throw new ArgumentNullException(nameof(workflow));
            Extensions = new WorkflowInstanceExtensionManager();
        }

        public WorkflowInstanceExtensionManager Extensions { get; private set; }

        public static IDictionary<string, object> Invoke(Activity workflow)
        {
            return new WorkflowInvoker(workflow).Invoke();
        }

        public static IDictionary<string, object> Invoke(Activity workflow, IDictionary<string, object> inputs)
        {
            return new WorkflowInvoker(workflow).Invoke(inputs);
        }

        public IDictionary<string, object> Invoke()
        {
            return Invoke(new Dictionary<string, object>());
        }

        /// <summary>Runs the step and gives every Out and InOut argument by property name.</summary>
        /// <exception cref="ArgumentException">An input has no argument or another type, or a required one is missing.</exception>
        public IDictionary<string, object> Invoke(IDictionary<string, object> inputs)
        {
            if (inputs == null)
            {
                throw new ArgumentNullException(nameof(inputs));
            }

            var step = workflow as CodeActivity;
            if (step == null)
            {
                throw new NotSupportedException("This stand-in runs activities derived from CodeActivity only.");
            }

            var arguments = Arguments(step);
            Validate(arguments, inputs);
            var context = new CodeActivityContext(Guid.NewGuid(), Extensions.ForOneRun());
            foreach (var argument in arguments)
            {
                object value;
                var given = inputs.TryGetValue(argument.Key.Name, out value);
                context.Declare(argument.Value, given ? value : argument.Value.HasLiteral ? argument.Value.Literal : Default(argument.Value.ArgumentType));
            }

            try
            {
                step.Run(context);
                return arguments
                    .Where(argument => argument.Value.Direction != ArgumentDirection.In)
                    .ToDictionary(argument => argument.Key.Name, argument => context.Read(argument.Value));
            }
            finally
            {
                context.Finish();
            }
        }

        private static List<KeyValuePair<PropertyInfo, Argument>> Arguments(Activity step)
        {
            var found = new List<KeyValuePair<PropertyInfo, Argument>>();
            foreach (var property in step.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                if (!typeof(Argument).IsAssignableFrom(property.PropertyType) || !property.PropertyType.IsGenericType)
                {
                    continue;
                }

                var argument = (Argument)property.GetValue(step);
                if (argument == null)
                {
                    argument = (Argument)Activator.CreateInstance(property.PropertyType);
                    property.SetValue(step, argument);
                }

                found.Add(new KeyValuePair<PropertyInfo, Argument>(property, argument));
            }

            return found;
        }

        private static void Validate(List<KeyValuePair<PropertyInfo, Argument>> arguments, IDictionary<string, object> inputs)
        {
            const string Intro = "The values provided for the root activity's arguments did not satisfy the root activity's requirements: ";
            foreach (var input in inputs)
            {
                var argument = arguments.Where(one => one.Key.Name == input.Key && one.Value.Direction != ArgumentDirection.Out).Select(one => one.Value).FirstOrDefault();
                if (argument == null)
                {
                    throw new ArgumentException(Intro + "the activity has no input argument '" + input.Key + "'.", "rootArgumentValues");
                }

                if (input.Value == null ? !ActivityContext.AcceptsNull(argument.ArgumentType) : !argument.ArgumentType.IsInstanceOfType(input.Value))
                {
                    throw new ArgumentException(
                        string.Format(CultureInfo.InvariantCulture, "{0}expected a value of type '{1}' for '{2}'.", Intro, argument.ArgumentType.FullName, input.Key),
                        "rootArgumentValues");
                }
            }

            foreach (var argument in arguments)
            {
                if (argument.Value.Direction != ArgumentDirection.Out
                    && !argument.Value.HasLiteral
                    && !inputs.ContainsKey(argument.Key.Name)
                    && argument.Key.IsDefined(typeof(RequiredArgumentAttribute), true))
                {
                    throw new ArgumentException(Intro + "expected a value for the required argument '" + argument.Key.Name + "'.", "rootArgumentValues");
                }
            }
        }

        private static object Default(Type type)
        {
            return ActivityContext.AcceptsNull(type) ? null : Activator.CreateInstance(type);
        }
    }
}

using System.Collections.Generic;
using System.Globalization;

namespace System.Activities
{
    /// <summary>One run of a step: its arguments' values and the host's extensions.</summary>
    public class ActivityContext
    {
        private readonly Dictionary<Argument, object> values = new Dictionary<Argument, object>();
        private readonly Hosting.WorkflowInstanceExtensionManager extensions;
        private bool finished;

        internal ActivityContext(Guid workflowInstanceId, Hosting.WorkflowInstanceExtensionManager extensions)
        {
            WorkflowInstanceId = workflowInstanceId;
            this.extensions = extensions;
        }

        /// <summary>Which step of its workflow it is. A host that runs steps singly tells it by an extension.</summary>
        public string ActivityInstanceId
        {
            get { return extensions.Find<Func<string>>()?.Invoke() ?? "1"; }
        }

        public Guid WorkflowInstanceId { get; private set; }

        /// <summary>Gives the host's extension of that type, or null.</summary>
        public T GetExtension<T>()
            where T : class
        {
            RefuseIfFinished();
            return extensions.Find<T>();
        }

        public T GetValue<T>(InArgument<T> argument)
        {
            return (T)Read(argument);
        }

        public T GetValue<T>(OutArgument<T> argument)
        {
            return (T)Read(argument);
        }

        public T GetValue<T>(InOutArgument<T> argument)
        {
            return (T)Read(argument);
        }

        public object GetValue(Argument argument)
        {
            return Read(argument);
        }

        public void SetValue<T>(InArgument<T> argument, T value)
        {
            Write(argument, value);
        }

        public void SetValue<T>(OutArgument<T> argument, T value)
        {
            Write(argument, value);
        }

        public void SetValue<T>(InOutArgument<T> argument, T value)
        {
            Write(argument, value);
        }

        public void SetValue(Argument argument, object value)
        {
            Write(argument, value);
        }

        internal void Declare(Argument argument, object value)
        {
            values[argument] = value;
        }

        internal object Read(Argument argument)
        {
            RefuseUnknown(argument);
            return values[argument];
        }

        internal void Write(Argument argument, object value)
        {
            RefuseUnknown(argument);
            if (value == null ? !AcceptsNull(argument.ArgumentType) : !argument.ArgumentType.IsInstanceOfType(value))
            {
                throw new InvalidOperationException(string.Format(
                    CultureInfo.InvariantCulture,
                    "A value of type '{0}' cannot be set to the location with name '' because it is a location of type '{1}'.",
                    value == null ? "(null)" : value.GetType().FullName,
                    argument.ArgumentType.FullName));
            }

            values[argument] = value;
        }

        internal static bool AcceptsNull(Type type)
        {
            return !type.IsValueType || Nullable.GetUnderlyingType(type) != null;
        }

        internal void Finish()
        {
            finished = true;
        }

        private void RefuseUnknown(Argument argument)
        {
            if (argument == null)
            {
                throw new ArgumentNullException(nameof(argument));
            }

            RefuseIfFinished();
            if (!values.ContainsKey(argument))
            {
                throw new InvalidOperationException(string.Format(
                    CultureInfo.InvariantCulture,
                    "The argument of type '{0}' cannot be used. Make sure that it is declared on an activity.",
                    argument.ArgumentType));
            }
        }

        private void RefuseIfFinished()
        {
            if (finished)
            {
                throw new ObjectDisposedException(GetType().FullName, "An ActivityContext can only be accessed within the scope of the function it was passed into.");
            }
        }
    }

    public class CodeActivityContext : ActivityContext
    {
        internal CodeActivityContext(Guid workflowInstanceId, Hosting.WorkflowInstanceExtensionManager extensions)
            : base(workflowInstanceId, extensions)
        {
        }
    }
}

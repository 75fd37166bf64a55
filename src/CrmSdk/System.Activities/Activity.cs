using System.Globalization;

namespace System.Activities
{
    /// <summary>A step of a workflow.</summary>
    public abstract class Activity
    {
        private string displayName;

        protected internal Activity()
        {
        }

        public string DisplayName
        {
            get { return displayName ?? GetType().Name; }
            set { displayName = value ?? string.Empty; }
        }

        public string Id
        {
            get { return "1"; }
        }

        public override string ToString()
        {
            return string.Format(CultureInfo.InvariantCulture, "{0}: {1}", Id, DisplayName);
        }
    }

    /// <summary>A step whose whole work is one method.</summary>
    public abstract class CodeActivity : Activity
    {
        protected CodeActivity()
        {
        }

        protected virtual void CacheMetadata(CodeActivityMetadata metadata)
        {
        }

        protected abstract void Execute(CodeActivityContext context);

        internal void Run(CodeActivityContext context)
        {
            CacheMetadata(default(CodeActivityMetadata));
            Execute(context);
        }
    }

    /// <summary>What a step declares before it runs; the stand-in reads arguments from the properties and keeps nothing else.</summary>
    public struct CodeActivityMetadata
    {
        public void RequireExtension<T>()
            where T : class
        {
        }

        public void RequireExtension(Type extensionType)
        {
        }

        public void AddValidationError(string validationErrorMessage)
        {
            throw new InvalidWorkflowException(validationErrorMessage);
        }
    }

    [AttributeUsage(AttributeTargets.Property, AllowMultiple = false, Inherited = false)]
    public sealed class RequiredArgumentAttribute : Attribute
    {
        public override object TypeId
        {
            get { return this; }
        }
    }

    [Serializable]
    public class InvalidWorkflowException : Exception
    {
        public InvalidWorkflowException()
        {
        }

        public InvalidWorkflowException(string message)
            : base(message)
        {
        }

        public InvalidWorkflowException(string message, Exception innerException)
            : base(message, innerException)
        {
        }
    }
}

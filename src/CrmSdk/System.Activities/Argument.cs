namespace System.Activities
{
    public enum ArgumentDirection
    {
        In,
        Out,
        InOut,
    }

    /// <summary>A value that a step takes or gives; the value itself lives in the run's context.</summary>
    public abstract class Argument
    {
        internal Argument()
        {
        }

        public Type ArgumentType { get; internal set; }

        public ArgumentDirection Direction { get; internal set; }

        internal virtual bool HasLiteral
        {
            get { return false; }
        }

        internal virtual object Literal
        {
            get { return null; }
        }

        public static Argument Create(Type type, ArgumentDirection direction)
        {
            if (type == null)
            {
                throw new ArgumentNullException(nameof(type));
            }

            var kind = direction == ArgumentDirection.In ? typeof(InArgument<>)
                : direction == ArgumentDirection.Out ? typeof(OutArgument<>)
                : typeof(InOutArgument<>);
            return (Argument)Activator.CreateInstance(kind.MakeGenericType(type));
        }

        public object Get(ActivityContext context)
        {
            return Get<object>(context);
        }

        public T Get<T>(ActivityContext context)
        {
            RequireContext(context);
            return (T)context.Read(this);
        }

        public void Set(ActivityContext context, object value)
        {
            RequireContext(context);
            context.Write(this, value);
        }

        internal static void RequireContext(ActivityContext context)
        {
            if (context == null)
            {
                throw new ArgumentNullException(nameof(context));
            }
        }
    }

    public abstract class InArgument : Argument
    {
        internal InArgument()
        {
            Direction = ArgumentDirection.In;
        }
    }

    public abstract class OutArgument : Argument
    {
        internal OutArgument()
        {
            Direction = ArgumentDirection.Out;
        }
    }

    public abstract class InOutArgument : Argument
    {
        internal InOutArgument()
        {
            Direction = ArgumentDirection.InOut;
        }
    }

    public sealed class InArgument<T> : InArgument
    {
        private readonly bool hasLiteral;
        private readonly T literal;

        public InArgument()
        {
            ArgumentType = typeof(T);
        }

        public InArgument(T constValue)
            : this()
        {
            hasLiteral = true;
            literal = constValue;
        }

        internal override bool HasLiteral
        {
            get { return hasLiteral; }
        }

        internal override object Literal
        {
            get { return literal; }
        }

        public static implicit operator InArgument<T>(T constValue)
        {
            return FromValue(constValue);
        }

        public static InArgument<T> FromValue(T constValue)
        {
            return new InArgument<T>(constValue);
        }

        public new T Get(ActivityContext context)
        {
            return Get<T>(context);
        }

        public void Set(ActivityContext context, T value)
        {
            RequireContext(context);
            context.SetValue(this, value);
        }
    }

    public sealed class OutArgument<T> : OutArgument
    {
        public OutArgument()
        {
            ArgumentType = typeof(T);
        }

        public new T Get(ActivityContext context)
        {
            return Get<T>(context);
        }

        public void Set(ActivityContext context, T value)
        {
            RequireContext(context);
            context.SetValue(this, value);
        }
    }

    public sealed class InOutArgument<T> : InOutArgument
    {
        public InOutArgument()
        {
            ArgumentType = typeof(T);
        }

        public new T Get(ActivityContext context)
        {
            return Get<T>(context);
        }

        public void Set(ActivityContext context, T value)
        {
            RequireContext(context);
            context.SetValue(this, value);
        }
    }
}

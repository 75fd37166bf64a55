using System;

namespace smSys.Plugins.Shell;

/// <summary>
/// Registers a plug-in for a message. The files under solution/SdkMessageProcessingSteps say the same; a test holds both
/// against each other.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class StepAttribute : Attribute
{
    /// <summary>A step.</summary>
    /// <param name="message">Create, Update, Delete, SetState or SetStateDynamicEntity.</param>
    /// <param name="table">Logical name.</param>
    /// <param name="stage">Where.</param>
    /// <param name="mode">When.</param>
    public StepAttribute(string message, string table, Stage stage, StepMode mode = StepMode.Synchronous)
    {
        Message = message;
        Table = table;
        Stage = stage;
        Mode = mode;
    }

    /// <summary>The message.</summary>
    public string Message { get; }

    /// <summary>Logical name of the table.</summary>
    public string Table { get; }

    /// <summary>Where in the pipeline.</summary>
    public Stage Stage { get; }

    /// <summary>Synchronous or asynchronous.</summary>
    public StepMode Mode { get; }

    /// <summary>The columns whose presence in an Update fires the step; never empty there, always empty elsewhere.</summary>
    public string[] Filters { get; set; } = [];

    /// <summary>The columns of the image before the operation, called <see cref="PreImage"/>; none: no image.</summary>
    public string[] Before { get; set; } = [];

    /// <summary>The order among steps of the same stage.</summary>
    public int Rank { get; set; } = 1;

    /// <summary>The name and alias of the image before the operation.</summary>
    public const string PreImage = "Before";
}

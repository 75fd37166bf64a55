using Newtonsoft.Json;

namespace CrmEmulator.Workflows;

/// <summary>A workflow as the emulator understands one: workflow steps in a row. Dynamics keeps XAML here; this is our own small form.</summary>
/// <example>{"id":"…","name":"Greet","table":"contact","onCreate":true,"steps":[{"activity":"smSys.Activities.QueueSms","arguments":{"Recipient":{"row":true},"Text":"…"}}]}</example>
public sealed record WorkflowScript
{
    [JsonProperty("id")]
    public required Guid Id { get; init; }

    [JsonProperty("name")]
    public required string Name { get; init; }

    /// <summary>The table it runs on.</summary>
    [JsonProperty("table")]
    public required string Table { get; init; }

    /// <summary>Started by each Create on the table; otherwise only by ExecuteWorkflow.</summary>
    [JsonProperty("onCreate")]
    public bool OnCreate { get; init; }

    [JsonProperty("steps")]
    public required IReadOnlyList<WorkflowScriptStep> Steps { get; init; }

    /// <exception cref="JsonException">The text is not such a workflow.</exception>
    public static WorkflowScript Parse(string json) => JsonConvert.DeserializeObject<WorkflowScript>(json) ?? throw new JsonSerializationException("The workflow is empty.");

    public string ToJson() => JsonConvert.SerializeObject(this);
}

/// <summary>One step: an activity type and its arguments by property name.</summary>
/// <remarks>
/// An argument is a plain value, or an object: {"row":true} the primary row, {"column":"name"} one of its columns, {"from":"0.Name"} an output of an
/// earlier step by position, {"table":"…","id":"…"} a reference, {"option":1} a choice.
/// </remarks>
public sealed record WorkflowScriptStep
{
    [JsonProperty("activity")]
    public required string Activity { get; init; }

    [JsonProperty("arguments")]
    public IReadOnlyDictionary<string, object?> Arguments { get; init; } = new Dictionary<string, object?>();
}

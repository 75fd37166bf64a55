namespace smSys.Messaging.Sending;

/// <summary>The time rules by which an absent reference becomes <em>not yet</em> or <em>never arrived</em>.</summary>
public static class ReferenceRules
{
}

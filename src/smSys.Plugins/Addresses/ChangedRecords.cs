using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace smSys.Plugins.Addresses;

/// <summary>Which records a message of the platform is about, whatever it calls them.</summary>
public static class ChangedRecords
{
    /// <summary>One record; two for a merge.</summary>
    public static IReadOnlyList<EntityReference> Of(IPluginExecutionContext context)
    {
        var input = context.InputParameters;
        var records = new List<EntityReference>();
        if (Reference(input, "EntityMoniker") is { } moniker)
        {
            records.Add(moniker);
        }
        else if (Reference(input, "Target") is { } target)
        {
            records.Add(target);
        }
        else if (input.Contains("Target") && input["Target"] is Entity)
        {
            // After a Create the id stands in the output, before it in the target.
            var id = context.OutputParameters.Contains("id") && context.OutputParameters["id"] is Guid created ? created : context.PrimaryEntityId;
            records.Add(new EntityReference(context.PrimaryEntityName, id));
        }

        if (input.Contains("SubordinateId") && input["SubordinateId"] is Guid subordinate)
        {
            records.Add(new EntityReference(context.PrimaryEntityName, subordinate));
        }

        return records;
    }

    private static EntityReference? Reference(ParameterCollection input, string name) =>
        input.Contains(name) ? input[name] as EntityReference : null;
}

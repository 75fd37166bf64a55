using System.Buffers;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Pipeline;

/// <summary>Knows the values that the data-contract serializer gives back exactly as they were, so that they need not be sent through it.</summary>
internal static class PlainValues
{
    /// <summary>Letters that text encodings treat specially: controls and halves of surrogate pairs.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(letter => letter is not ('\t' or '\n' or '\r')), .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code), '\uFFFE', '\uFFFF']);

    public static bool Only(ParameterCollection parameters)
    {
        foreach (var parameter in parameters)
        {
            if (!IsPlain(parameter.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(object? value) => value switch
    {
        null or bool or int or long or decimal or double or Guid => true,
        DateTime date => date.Kind != DateTimeKind.Local,
        string text => !text.AsSpan().ContainsAny(Special),
        OptionSetValue or Money => true,
        EntityReference reference => reference.KeyAttributes.Count == 0 && IsPlain(reference.Name),
        ColumnSet => true,
        AliasedValue aliased => IsPlain(aliased.Value),
        Entity row => IsPlain(row),
        EntityCollection rows => IsPlain(rows),
        _ => false,
    };

    private static bool IsPlain(Entity row)
    {
        if (row.GetType() != typeof(Entity) || row.KeyAttributes.Count > 0 || row.RelatedEntities.Count > 0)
        {
            return false;
        }

        foreach (var column in row.Attributes)
        {
            if (!IsPlain(column.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(EntityCollection rows)
    {
        foreach (var row in rows.Entities)
        {
            if (!IsPlain(row))
            {
                return false;
            }
        }

        return true;
    }
}

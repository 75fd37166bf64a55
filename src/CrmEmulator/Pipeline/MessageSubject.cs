using System.Xml;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Pipeline;

/// <summary>Which message it is, and which row or table it is about.</summary>
internal readonly record struct MessageSubject(string Message, string Table, Guid Id)
{
    public const string NoTable = "none";

    /// <summary>Update, Delete, SetState … may have images before the operation; Create may not.</summary>
    public bool CanHavePreImage => Message != "Create" && Id != Guid.Empty;

    public bool CanHavePostImage => Message != "Delete";

    public static MessageSubject Of(OrganizationRequest request)
    {
        var message = request.RequestName ?? string.Empty;
        var parameters = request.Parameters;
        if (message == "RetrieveMultiple")
        {
            return new(message, TableOf(parameters.TryGetValue("Query", out var query) ? query : null), Guid.Empty);
        }

        return About(parameters, "Target") ?? About(parameters, "EntityMoniker") ?? new MessageSubject(message, NoTable, Guid.Empty);

        MessageSubject? About(ParameterCollection given, string name) => given.TryGetValue(name, out var value)
            ? value switch
            {
                Entity row => new(message, row.LogicalName ?? string.Empty, row.Id),
                EntityReference reference => new(message, reference.LogicalName ?? string.Empty, reference.Id),
                _ => null,
            }
            : null;
    }

    private static string TableOf(object? query) => query switch
    {
        QueryExpression expression => expression.EntityName ?? NoTable,
        QueryByAttribute byAttribute => byAttribute.EntityName ?? NoTable,
        FetchExpression fetch => TableOfFetch(fetch.Query),
        _ => NoTable,
    };

    private static string TableOfFetch(string? fetchXml)
    {
        if (fetchXml is null)
        {
            return NoTable;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(fetchXml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return reader.ReadToFollowing("entity") ? reader.GetAttribute("name") ?? NoTable : NoTable;
        }
        catch (XmlException)
        {
            return NoTable;
        }
    }
}

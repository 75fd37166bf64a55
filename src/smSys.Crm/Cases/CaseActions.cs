using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;

namespace smSys.Crm.Cases;

/// <summary>Opens cases and hands them on. Give it the service of SYSTEM; owners are always named.</summary>
public sealed class CaseActions
{
    /// <summary>The platform's table of cases.</summary>
    public const string Table = "incident";

    private readonly RowWriter _writer;

    /// <summary>Works as SYSTEM.</summary>
    public CaseActions(IOrganizationService system) => _writer = new RowWriter(system);

    /// <summary>Opens a case once: a repeat with the same id changes nothing.</summary>
    public void Open(NewCase request)
    {
        var row = new Entity(Table, request.Id)
        {
            ["title"] = Cut(request.Title, 200),
            ["description"] = Cut(request.Description, 2000),
            ["customerid"] = request.Customer,
            ["ownerid"] = request.Owner,
        };
        foreach (var column in request.Columns)
        {
            row[column.Key] = column.Value;
        }

        _writer.CreateOnce(row);
    }

    /// <summary>Makes a user or team the owner of a case.</summary>
    public void HandTo(Guid caseId, EntityReference owner) => _writer.Update(new Entity(Table, caseId) { ["ownerid"] = owner });

    private static string Cut(string text, int most) => text.Length <= most ? text : text.Substring(0, most);
}

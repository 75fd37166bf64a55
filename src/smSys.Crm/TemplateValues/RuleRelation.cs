using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Metadata;
using smSys.Messaging.Templates;

namespace smSys.Crm.TemplateValues;

/// <summary>Which lookup relates the rows that a rule chooses from to the record they belong to.</summary>
public static class RuleRelation
{
    // Every table has these for its owner and its history; who means one of them names it.
    private static readonly string[] _ofEveryTable =
    [
        "createdby", "createdonbehalfby", "modifiedby", "modifiedonbehalfby", "ownerid", "owninguser", "owningteam", "owningbusinessunit",
    ];

    private static readonly string[] _usual = ["customerid", "parentcustomerid", "regardingobjectid"];

    /// <summary>
    /// The lookup: the one that is named, else the only one, else the one that Dynamics' own tables use for it (customerid,
    /// parentcustomerid, regardingobjectid). Null when there is none, or when several are there and none is usual.
    /// </summary>
    public static string? Find(PathSegment segment, IEnumerable<string> parents, TableShapes shapes)
    {
        var all = Candidates(segment.Name, parents, shapes);
        if (segment.Rule?.Via is { } named)
        {
            return all.Contains(named) ? named : null;
        }

        var own = all.Except(_ofEveryTable).ToArray();
        return own.Length == 1 ? own[0] : _usual.FirstOrDefault(own.Contains);
    }

    /// <summary>Every lookup of a table that leads to one of the parents.</summary>
    public static IReadOnlyList<string> Candidates(string table, IEnumerable<string> parents, TableShapes shapes) =>
        parents.SelectMany(shapes.RelationsOf)
            .Where(relation => string.Equals(relation.Table, table, StringComparison.Ordinal))
            .Select(relation => relation.Column)
            .Distinct()
            .ToArray();
}

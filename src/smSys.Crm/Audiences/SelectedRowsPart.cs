using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;

namespace smSys.Crm.Audiences;

/// <summary>Rows that somebody selected in a view: their ids, in the order of the selection. Rows that are gone by now are left out.</summary>
public sealed class SelectedRowsPart : IAudiencePart
{
    private readonly string _table;
    private readonly string _key;
    private readonly string[] _columns;
    private readonly Guid[] _ids;

    /// <summary>A part; <paramref name="ids"/> as the ribbon writes them, separated by commas, semicolons or line ends.</summary>
    public SelectedRowsPart(string table, string key, string[] columns, string ids)
    {
        _table = table;
        _key = key;
        _columns = columns;
        _ids = ids.Split([',', ';', '\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)
            .Distinct()
            .ToArray();
    }

    /// <inheritdoc/>
    public AudiencePage Read(IOrganizationService user, AudiencePlace place, bool withNumbers, int most = AudienceFetch.PageSize)
    {
        var size = Math.Min(most, RowReader.MostIds);
        var start = (place.Page - 1) * size;
        var page = _ids.Skip(start).Take(size).ToArray();
        var rows = user.FindAll(_table, _key, page, withNumbers ? _columns : [_key]).ToDictionary(row => row.Id);
        var members = page.Where(rows.ContainsKey)
            .Select(id => new AudienceMember(_table, id, withNumbers ? RowNumbers.Of(rows[id], _columns) : [], string.Empty))
            .ToArray();
        var next = start + page.Length;
        return new AudiencePage(
            members, next < _ids.Length ? new AudiencePlace(place.Page + 1, next.ToString(CultureInfo.InvariantCulture)) : null);
    }
}

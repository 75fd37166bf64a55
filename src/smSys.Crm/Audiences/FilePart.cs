using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Messaging.Bulk;

namespace smSys.Crm.Audiences;

/// <summary>The lines of an imported file, kept in the bulk itself.</summary>
public sealed class FilePart : IAudiencePart
{
    private readonly string _text;

    /// <summary>A part.</summary>
    public FilePart(string text) => _text = text;

    /// <inheritdoc/>
    public AudiencePage Read(IOrganizationService user, AudiencePlace place, bool withNumbers, int most = AudienceFetch.PageSize)
    {
        var from = place.Mark.Length == 0 ? 0 : int.Parse(place.Mark, CultureInfo.InvariantCulture);
        var rows = new List<FileRow>();
        var next = AudienceFile.Read(_text, from, most, rows);
        var members = rows.Select(row => new AudienceMember(
            string.Empty, Guid.Empty, row.Number.Length == 0 ? Array.Empty<string>() : new[] { row.Number }, row.Name)).ToArray();
        return new AudiencePage(
            members, next < _text.Length ? new AudiencePlace(place.Page + 1, next.ToString(CultureInfo.InvariantCulture)) : null);
    }
}

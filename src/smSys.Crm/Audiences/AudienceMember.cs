using System;
using System.Collections.Generic;

namespace smSys.Crm.Audiences;

/// <summary>Somebody of an audience as found, with the numbers in the order in which they are tried.</summary>
/// <param name="Table">Logical name of the record's table; empty for a line of a file.</param>
/// <param name="Id">The record; empty for a line of a file.</param>
/// <param name="Numbers">As entered; none when the columns are empty or were not asked for.</param>
/// <param name="Name">From a file; else empty.</param>
public readonly record struct AudienceMember(string Table, Guid Id, IReadOnlyList<string> Numbers, string Name)
{
    /// <summary>The marketing list it was found in; empty when it comes from elsewhere.</summary>
    public Guid ListId { get; init; }
}

/// <summary>A page of an audience.</summary>
/// <param name="Members">At most 5,000.</param>
/// <param name="Next">Where the next page begins; null after the last page of the part.</param>
public sealed record AudiencePage(IReadOnlyList<AudienceMember> Members, AudiencePlace? Next);

/// <summary>A place between two pages of a part of an audience.</summary>
/// <param name="Page">The number of the page that comes, from 1 on.</param>
/// <param name="Mark">What the part needs to go on there: a paging cookie, or a place in a text. One line.</param>
public sealed record AudiencePlace(int Page, string Mark)
{
    /// <summary>The beginning of a part.</summary>
    public static AudiencePlace Start { get; } = new(1, string.Empty);
}

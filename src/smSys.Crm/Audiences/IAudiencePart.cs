using Microsoft.Xrm.Sdk;

namespace smSys.Crm.Audiences;

/// <summary>A part of an audience that is read page by page: a list, a view, selected rows, a file.</summary>
public interface IAudiencePart
{
    /// <summary>Reads a page, in an order that is the same at every repeat.</summary>
    /// <param name="user">As the user who started the bulk.</param>
    /// <param name="place">Where.</param>
    /// <param name="withNumbers">False while members are only counted.</param>
    /// <param name="most">Rows in the page, for who wants only the first; the same all the way through a part.</param>
    AudiencePage Read(IOrganizationService user, AudiencePlace place, bool withNumbers, int most = AudienceFetch.PageSize);
}

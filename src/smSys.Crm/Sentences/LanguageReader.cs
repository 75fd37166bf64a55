using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Messaging.Text;

namespace smSys.Crm.Sentences;

/// <summary>Finds out which language to speak.</summary>
public static class LanguageReader
{
    /// <summary>The language of a user's screens; English when the user has chosen none.</summary>
    public static Language OfUser(IOrganizationService system, Guid userId)
    {
        var settings = system.Find("usersettings", "systemuserid", userId, "uilanguageid");
        return Languages.FromLcid(settings?.GetAttributeValue<int?>("uilanguageid") ?? 0);
    }

    /// <summary>The organisation's base language, in which notes on records are written.</summary>
    public static Language OfOrganization(IOrganizationService system)
    {
        var organization = system.First(new QueryExpression("organization") { ColumnSet = new ColumnSet("languagecode") });
        return Languages.FromLcid(organization?.GetAttributeValue<int?>("languagecode") ?? 0);
    }
}

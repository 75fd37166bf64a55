using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Audiences;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Bulk.Freezing;

/// <summary>Goes through the parts of an audience page by page, from where a state says.</summary>
public sealed class AudienceWalk
{
    private readonly IReadOnlyList<IAudiencePart> _parts;
    private readonly IOrganizationService _user;
    private int _part;
    private AudiencePlace _place;

    /// <summary>A walk as the user who started the bulk.</summary>
    public AudienceWalk(IReadOnlyList<IAudiencePart> parts, IOrganizationService user, DealState from)
    {
        _parts = parts;
        _user = user;
        _part = from.Part;
        _place = new AudiencePlace(from.Page, from.Mark);
    }

    /// <summary>Nobody is left.</summary>
    public bool IsOver => _part >= _parts.Count;

    /// <summary>The next page.</summary>
    /// <exception cref="Crm.Sentences.RefusalException">It cannot be read.</exception>
    public IReadOnlyList<AudienceMember> Next(bool withNumbers)
    {
        var page = StarterReading.Try(() => _parts[_part].Read(_user, _place, withNumbers));
        if (page.Next is { } next)
        {
            _place = next;
        }
        else
        {
            _part++;
            _place = AudiencePlace.Start;
        }

        return page.Members;
    }

    /// <summary>The state with the place that was reached.</summary>
    public DealState Mark(DealState state) => state with { Part = _part, Page = _place.Page, Mark = _place.Mark };
}

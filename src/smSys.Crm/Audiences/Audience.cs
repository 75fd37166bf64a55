using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Addresses;
using smSys.Crm.Metadata;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;

namespace smSys.Crm.Audiences;

/// <summary>
/// Whom a bulk goes to, as parts that are read one after the other. Which columns hold numbers: those that the bulk names, if
/// the table has them, else those of the number columns in their order, else the usual ones.
/// </summary>
public sealed class Audience
{
    private readonly SmsBulkRow _bulk;
    private readonly ListReader _lists;
    private readonly NumberColumns _numberColumns;
    private readonly TableShapes _shapes;
    private readonly Dictionary<string, string[]> _columns = new(StringComparer.Ordinal);

    private Audience(SmsBulkRow bulk, IOrganizationService user, IOrganizationService system)
    {
        _bulk = bulk;
        _lists = new ListReader(user, system);
        _numberColumns = new NumberColumns(system);
        _shapes = new TableShapes(system);
    }

    /// <summary>The parts of a bulk's audience, always in the same order.</summary>
    /// <param name="bulk">Read as a whole.</param>
    /// <param name="user">As the user who started it: lists and records.</param>
    /// <param name="system">As SYSTEM: number columns, metadata, which lists there should be.</param>
    /// <exception cref="RefusalException">No audience was chosen, or it cannot be read.</exception>
    public static IReadOnlyList<IAudiencePart> Parts(SmsBulkRow bulk, IOrganizationService user, IOrganizationService system) =>
        new Audience(bulk, user, system).Build();

    private IReadOnlyList<IAudiencePart> Build() => _bulk.AudienceKind switch
    {
        AudienceKind.MarketingLists => _lists.OfBulk(_bulk.Id).Select(OfList).ToArray(),
        AudienceKind.Campaign when _bulk.CampaignId is { } campaign => _lists.OfCampaign(campaign.Id).Select(OfList).ToArray(),
        AudienceKind.SelectedRows when Has(_bulk.AudienceTable) && Has(_bulk.AudienceIds) =>
            [new SelectedRowsPart(_bulk.AudienceTable!, Shape(_bulk.AudienceTable!).PrimaryId, ColumnsOf(_bulk.AudienceTable!), _bulk.AudienceIds!)],
        AudienceKind.View when Has(_bulk.AudienceFetchXml) => [OfFetch(AudienceFetch.Parse(_bulk.AudienceFetchXml))],
        AudienceKind.File when Has(_bulk.AudienceIds) => [new FilePart(_bulk.AudienceIds!)],
        _ => throw new RefusalException(
            "audience-none",
            "The bulk has no audience; choose lists, a campaign, rows, a view or a file.",
            "ارسال گروهی مخاطب ندارد؛ لیست، کمپین، رکورد، نما یا فایل را انتخاب کنید."),
    };

    private IAudiencePart OfList(Entity list)
    {
        if (list.GetAttributeValue<bool>("type"))
        {
            return OfFetch(AudienceFetch.Parse(list.GetAttributeValue<string>("query")), list.Id);
        }

        var table = list.GetAttributeValue<OptionSetValue>("createdfromcode")?.Value switch
        {
            1 => "account",
            4 => "lead",
            _ => "contact",
        };
        var key = Shape(table).PrimaryId;
        var activeOnly = list.GetAttributeValue<bool>("ignoreinactivelistmembers");
        return new QueryPart(AudienceFetch.OfList(list.Id, table, key, activeOnly), key, ColumnsOf(table)) { ListId = list.Id };
    }

    private QueryPart OfFetch(AudienceFetch fetch, Guid listId = default) =>
        new(fetch, Shape(fetch.Table).PrimaryId, ColumnsOf(fetch.Table)) { ListId = listId };

    private string[] ColumnsOf(string table)
    {
        if (!_columns.TryGetValue(table, out var columns))
        {
            columns = Chosen(table);
            _columns[table] = columns.Length > 0 ? columns : throw new RefusalException(
                "number-column-missing",
                "The table " + table + " has no column for phone numbers; name one in the bulk or among the SMS number columns.",
                "جدول " + table + " فیلد شماره تلفن ندارد؛ یکی را در ارسال گروهی یا در فیلدهای شماره پیامک نام ببرید.");
        }

        return columns;
    }

    private string[] Chosen(string table)
    {
        var has = Shape(table).Columns;
        var named = (_bulk.AudienceColumn ?? string.Empty).Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        var usable = named.Where(has.ContainsKey).ToArray();
        return usable.Length > 0 ? usable : _numberColumns.Of(table).Where(has.ContainsKey).ToArray();
    }

    private TableShape Shape(string table)
    {
        try
        {
            return _shapes.Of(table);
        }
        catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault) when (!Faults.CrmFaults.MayHaveWorked(fault))
        {
            throw new RefusalException(
                "audience-table",
                "There is no table " + table + " in this organisation; choose the audience again.",
                "جدول " + table + " در این سازمان نیست؛ مخاطبان را دوباره انتخاب کنید.");
        }
    }

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
}

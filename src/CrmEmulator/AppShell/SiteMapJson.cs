using System.Web;
using System.Xml.Linq;
using CrmEmulator.Metadata;
using CrmEmulator.Security;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.AppShell;

/// <summary>The site map of an app, as far as the caller may see it, and below it the platform's own tables.</summary>
internal sealed class SiteMapJson(ShellCaller caller)
{
    private static readonly string[] PlatformTables = ["contact", "account", "lead", "incident", "list", "campaign", "task", "email", "fax", "queue", "queueitem", "systemuser", "team"];

    public JArray Write(string app)
    {
        var areas = new JArray();
        if (caller.Catalog.Content.SiteMaps.TryGetValue(app, out var xml))
        {
            areas = new JArray(XElement.Parse(xml).Elements("SiteMap").Elements("Area").Select(Area).Where(area => area["groups"]!.HasValues));
        }

        areas.Add(Platform());
        return areas;
    }

    private JObject Area(XElement area) => new()
    {
        ["id"] = (string?)area.Attribute("Id"),
        ["label"] = Words(area),
        ["groups"] = new JArray(area.Elements("Group").Select(Group).Where(group => group["links"]!.HasValues)),
    };

    private JObject Group(XElement group) => new()
    {
        ["id"] = (string?)group.Attribute("Id"),
        ["label"] = Words(group),
        ["links"] = new JArray(group.Elements("SubArea").Where(IsAllowed).Select(Link)),
    };

    private JObject Link(XElement sub)
    {
        var link = new JObject
        {
            ["id"] = (string?)sub.Attribute("Id"),
            ["label"] = Words(sub),
            ["icon"] = Icon((string?)sub.Attribute("VectorIcon") ?? (string?)sub.Attribute("Icon")),
        };
        var address = (string?)sub.Attribute("Url") ?? string.Empty;
        if ((string?)sub.Attribute("DefaultDashboard") is { } dashboard)
        {
            link["pageType"] = "dashboard";
            link["view"] = Guid.Parse(dashboard);
        }
        else if ((string?)sub.Attribute("Entity") is { } entity)
        {
            link["pageType"] = "entitylist";
            link["table"] = entity.ToLowerInvariant();
        }
        else if (address.StartsWith("/main.aspx?", StringComparison.Ordinal))
        {
            var options = HttpUtility.ParseQueryString(address[11..]);
            link["pageType"] = options["pagetype"];
            link["table"] = options["etn"];
            link["view"] = Guid.TryParse(options["viewid"], out var view) ? view : null;
        }
        else
        {
            throw new InvalidOperationException($"The site map leads to {address}, which the shell cannot open.");
        }

        return link;
    }

    private bool IsAllowed(XElement sub)
    {
        var entity = ((string?)sub.Attribute("Entity"))?.ToLowerInvariant();
        var wanted = sub.Elements("Privilege").Select(one => ((string)one.Attribute("Entity")!, (string?)one.Attribute("Privilege") ?? "Read")).ToList();
        if (entity is not null && wanted.Count == 0)
        {
            wanted.Add((entity, "Read"));
        }

        return wanted.TrueForAll(one => caller.Catalog.FindTable(one.Item1) is { } table && one.Item2.Split(',').All(action => caller.Can(table, Enum.Parse<PrivilegeAction>(action.Trim()))));
    }

    private JObject Platform() => new()
    {
        ["id"] = "platform",
        ["label"] = StandardWords.In(caller.Language, "Dynamics tables"),
        ["groups"] = new JArray(new JObject
        {
            ["id"] = "platform_tables",
            ["label"] = StandardWords.In(caller.Language, "Dynamics tables"),
            ["links"] = new JArray(PlatformTables.Select(caller.Catalog.FindTable).OfType<TableDefinition>().Where(table => caller.Can(table, PrivilegeAction.Read)).Select(table => new JObject
            {
                ["id"] = "platform_" + table.LogicalName,
                ["label"] = caller.Text(table.PluralLabels),
                ["pageType"] = "entitylist",
                ["table"] = table.LogicalName,
            })),
        }),
    };

    private string Words(XElement parent) => caller.Text(new Labels(parent.Elements("Titles").Elements("Title")
        .Select(title => new KeyValuePair<int, string>((int)title.Attribute("LCID")!, (string)title.Attribute("Title")!))));

    private static string? Icon(string? value) => value is not null && value.StartsWith("$webresource:", StringComparison.Ordinal) ? "/WebResources/" + value["$webresource:".Length..] : null;
}

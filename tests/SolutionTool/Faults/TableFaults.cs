namespace SolutionTool.Tests.Faults;

/// <summary>Faults of tables, options, relationships, forms, views, charts, dashboards and apps.</summary>
public static class TableFaults
{
    private const string Call = "Entities/zarf_Call/Entity.xml";
    private const string Line = "Entities/zarf_Line/Entity.xml";
    private const string CallForm = "Entities/zarf_Call/FormXml/main/*.xml";
    private const string LineForm = "Entities/zarf_Line/FormXml/main/*.xml";
    private const string LineViews = "Entities/zarf_Line/SavedQueries/*.xml";
    private const string Chart = "Entities/zarf_Call/Visualizations/*.xml";
    private const string LineRelation = "Other/Relationships/zarf_Line.xml";
    private const string Direction = "OptionSets/zarf_direction.xml";
    private const string App = "AppModules/zarf_Calls/AppModule.xml";

    public static IEnumerable<Fault> All =>
    [
        new("an activity belongs to the organisation", ["ENT01"], t => t.Replace(Call, ">UserOwned<", ">OrgOwned<"), Exact: false),
        new("an activity has no notes", ["ENT01"], t => t.RemoveElement(Call, "HasRelatedNotes")),
        new("a column has a misspelt element", ["ENT02"], t => t.Replace(Line, "<ImeMode>auto</ImeMode>", "<ImeMod>auto</ImeMod>")),
        new("a column's names disagree", ["ENT03"], t => t.Replace(Call, "PhysicalName=\"zarf_Note\"", "PhysicalName=\"zarf_Notes\"")),
        new("the entity element has another name", ["ENT03"], t => t.Replace(Line, "<entity Name=\"zarf_Line\">", "<entity Name=\"zarf_line\">")),
        new("two tables share an object type code", ["ENT04", "VIEW01"], t => t.Replace(Line, "<ObjectTypeCode>10201<", "<ObjectTypeCode>10200<")),
        new("a table has no object type code", ["ENT04"], t => t.RemoveElement(Line, "ObjectTypeCode")),
        new("a table has no primary name", ["ENT05"], t => t.Replace(Line, "<DisplayMask>PrimaryName|", "<DisplayMask>")),
        new("an alternate key names an unknown column", ["ENT06"], t => t.Replace(Line, "<AttributeName>zarf_name<", "<AttributeName>zarf_title<")),
        new("an element is newer than 9.0", ["ENT07"], t => t.Replace(Line, "<Format>text</Format>", "<Format>text</Format><AutoNumberFormat>L-{SEQNUM:4}</AutoNumberFormat>")),
        new("a text column's length is not twice its characters", ["ENT08"], t => t.Replace(Line, "<Length>200<", "<Length>100<")),
        new("a text column is too long", ["ENT08"], t =>
        {
            t.Replace(Line, "<MaxLength>100<", "<MaxLength>5000<");
            t.Replace(Line, "<Length>200<", "<Length>10000<");
        }),
        new("a column has an unknown type", ["ENT09"], t => t.Replace(Call, "<Type>int<", "<Type>integer<")),
        new("a column is defined twice", ["ENT10"], t => t.Replace(Call, "</attributes>", t.Element(Call, "attribute", "zarf_Seconds") + "</attributes>")),
        new("two tables share an entity set name", ["ENT11"], t => t.Replace(Line, "<EntitySetName>zarf_lines<", "<EntitySetName>zarf_calls<")),
        new("a required level is misspelt", ["ENT12"], t => t.Replace(Line, "<RequiredLevel>required<", "<RequiredLevel>requird<")),
        new("a choice column has no option set", ["OPT01"], t => t.RemoveElement(Call, "OptionSetName")),
        new("an option lies outside the publisher's range", ["OPT02"], t => t.Replace(Direction, "727000001", "100000001")),
        new("an own option lies outside the publisher's range", ["OPT02"], t => t.Replace(Line, "option value=\"727000001\"", "option value=\"5\"")),
        new("a reason lies outside the publisher's range", ["OPT02"], t => t.Replace(Call, "status value=\"727000001\"", "status value=\"9\"")),
        new("two options share a value", ["OPT03"], t => t.Replace(Direction, "727000001", "727000000")),
        new("a state's default reason is of another state", ["STA01"], t => t.Replace(Call, "value=\"1\" defaultstatus=\"2\"", "value=\"1\" defaultstatus=\"3\"")),
        new("a reason is of no state", ["STA02"], t => t.Replace(Call, "status value=\"727000000\" state=\"0\"", "status value=\"727000000\" state=\"7\"")),
        new("a state has no invariant name", ["STA03"], t => t.Replace(Line, " invariantname=\"Inactive\"", "")),
        new("a table has a state of its own", ["STA04"], t => t.Replace(Line, "<state value=\"1\" defaultstatus=\"2\"", "<state value=\"2\" defaultstatus=\"2\""), Exact: false),
        new("a relationship is not in the index", ["REL01"], t => t.RemoveElement("Other/Relationships.xml", "EntityRelationship", "zarf_line_zarf_call")),
        new("the index names a relationship that is gone", ["REL01"], t => t.RemoveElement("Other/Relationships/Contact.xml", "EntityRelationship")),
        new("a lookup has no relationship", ["FRM05", "REL02"], t =>
        {
            t.RemoveElement(LineRelation, "EntityRelationship", "zarf_line_zarf_call");
            t.RemoveElement("Other/Relationships.xml", "EntityRelationship", "zarf_line_zarf_call");
        }),
        new("a relationship is defined twice", ["REL03"], t => t.Replace(LineRelation, "</EntityRelationships>", t.Element(LineRelation, "EntityRelationship") + "</EntityRelationships>")),
        new("a relationship names an unknown table", ["REL04", "REL02"], t => t.Replace(LineRelation, "<ReferencingEntityName>zarf_Call<", "<ReferencingEntityName>zarf_Calling<")),
        new("a relationship names an unknown column", ["REL04", "REL02"], t => t.Replace(LineRelation, "<ReferencingAttributeName>zarf_LineId<", "<ReferencingAttributeName>zarf_RowId<")),
        new("a relationship stands on a text column", ["REL04", "REL02"], t => t.Replace(LineRelation, "<ReferencingAttributeName>zarf_LineId<", "<ReferencingAttributeName>zarf_Note<")),
        new("a cascade is misspelt", ["REL05"], t => t.Replace(LineRelation, "<CascadeDelete>RemoveLink<", "<CascadeDelete>RemoveLinks<")),
        new("a lookup has no navigation property", ["REL06"], t => t.RemoveElement(LineRelation, "EntityRelationshipRoles")),
        new("a form shows an unknown column", ["FRM01"], t => t.Replace(CallForm, "datafieldname=\"zarf_seconds\"", "datafieldname=\"zarf_second\"")),
        new("a form shows a column with the class of another type", ["FRM02"], t => t.Replace(CallForm, "{C6D124CA-7EDA-4a60-AEA9-7FB8D318B68F}", "{4273EDBD-AC1D-40d3-9FB2-095C621B552D}")),
        new("two controls share an id", ["FRM03"], t => t.Replace(CallForm, "control id=\"to\"", "control id=\"from\"")),
        new("a form calls a function that is gone", ["FRM04"], t => t.Replace(CallForm, "Zarf.Call.onLoad", "Zarf.Call.onLoaded")),
        new("a form does not load the library it calls", ["FRM04"], t => t.RemoveElement(CallForm, "Library"), Exact: false),
        new("a list uses an unknown relationship", ["FRM05"], t => t.Replace(LineForm, "<RelationshipName>zarf_line_zarf_call<", "<RelationshipName>zarf_line_calls<")),
        new("a list shows an unknown table", ["FRM05"], t => t.Replace(LineForm, "<TargetEntityType>zarf_call<", "<TargetEntityType>zarf_calls<")),
        new("a view has the object code of another table", ["VIEW01"], t => t.Replace(LineViews, "object=\"10201\"", "object=\"10200\"")),
        new("a view fetches an unknown column", ["VIEW02"], t => t.Replace(LineViews, "<condition attribute=\"statecode\"", "<condition attribute=\"state\"")),
        new("a view shows an unknown column", ["VIEW02"], t => t.Replace(LineViews, "<cell name=\"zarf_kind\"", "<cell name=\"zarf_kinds\"")),
        new("a view shows a column it does not fetch", ["VIEW03"], t => t.Replace(LineViews, "<attribute name=\"zarf_kind\" />", "")),
        new("a kind of view has no default", ["VIEW04"], t => t.Replace(LineViews, "<isdefault>1<", "<isdefault>0<")),
        new("a view is of the kind that only the server writes", ["VIEW05"], t => t.Replace(LineViews, "<querytype>0<", "<querytype>8192<")),
        new("a quick find searches no column", ["VIEW06"], t => t.Replace(LineViews, " isquickfindfields=\"1\"", "")),
        new("a quick find searches for a fixed value", ["VIEW06"], t => t.Replace(LineViews, "value=\"{0}\"", "value=\"0\"")),
        new("a view's rows have another key", ["VIEW07"], t => t.Replace(LineViews, "<row name=\"result\" id=\"zarf_lineid\"", "<row name=\"result\" id=\"zarf_name\"")),
        new("a view has no layout", ["VIEW08"], t => t.RemoveElement(LineViews, "layoutxml")),
        new("a chart counts an unknown column", ["CHT01"], t => t.Replace(Chart, "name=\"zarf_lineid\"", "name=\"zarf_line\"")),
        new("a chart draws an alias its query lacks", ["CHT02"], t => t.Replace(Chart, "<category alias=\"by_line\"", "<category alias=\"line\"")),
        new("a dashboard shows a chart that is gone", ["DSH01"], t => t.Delete(Chart)),
        new("an app's site map shows an unknown table", ["APP01"], t => t.Replace("AppModuleSiteMaps/zarf_Calls/AppModuleSiteMap.xml", "Entity=\"zarf_line\"", "Entity=\"zarf_lines\"")),
        new("an app lists an unknown table", ["APP02"], t => t.Replace(App, "schemaName=\"zarf_line\"", "schemaName=\"zarf_lines\"")),
        new("an app is shown to an unknown role", ["APP02"], t => t.Replace(App, "<Role id=\"{", "<Role id=\"{0")),
        new("a site map uses an id twice", ["APP03"], t => t.Replace("AppModuleSiteMaps/zarf_Calls/AppModuleSiteMap.xml", "Id=\"zarf_people\"", "Id=\"zarf_lines\"")),
        new("a workflow stands on an unknown table", ["WF01", "ROOT01"], t =>
        {
            t.Write("Workflows/Ring-11111111-2222-3333-4444-555555555555.xaml", "<Activity />");
            t.Write("Workflows/Ring-11111111-2222-3333-4444-555555555555.xaml.data.xml", "<Workflow WorkflowId=\"{11111111-2222-3333-4444-555555555555}\" Name=\"Ring\"><XamlFileName>/Workflows/Ring-11111111-2222-3333-4444-555555555555.xaml</XamlFileName><PrimaryEntity>zarf_ring</PrimaryEntity></Workflow>");
        }),
    ];
}

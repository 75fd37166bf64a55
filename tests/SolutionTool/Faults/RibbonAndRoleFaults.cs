namespace SolutionTool.Tests.Faults;

/// <summary>Faults of ribbons, roles, field security and labels.</summary>
public static class RibbonAndRoleFaults
{
    private const string Ribbon = "Entities/zarf_Call/RibbonDiff.xml";
    private const string ContactRibbon = "Entities/Contact/RibbonDiff.xml";
    private const string Role = "Roles/Call agent.xml";
    private const string Profiles = "Other/FieldSecurityProfiles.xml";
    private const string Line = "Entities/zarf_Line/Entity.xml";
    private const string Direction = "OptionSets/zarf_direction.xml";

    public static IEnumerable<Fault> All =>
    [
        new("a button's command is missing", ["RIB01"], t => t.Replace(Ribbon, "<CommandDefinition Id=\"zarf.zarf_call.ring.Command\"", "<CommandDefinition Id=\"zarf.zarf_call.rings.Command\"")),
        new("a rule is missing", ["RIB02"], t => t.Replace(Ribbon, "<EnableRule Id=\"zarf.zarf_call.ring.EnableRule\" />", "<EnableRule Id=\"zarf.zarf_call.rings.EnableRule\" />")),
        new("a label is missing", ["RIB03"], t => t.Replace(Ribbon, "LabelText=\"$LocLabels:zarf.zarf_call.ring.Label\"", "LabelText=\"$LocLabels:zarf.zarf_call.rings.Label\"")),
        new("a CrmParameter is misspelt", ["RIB04"], t => t.Replace(ContactRibbon, "SelectedControlSelectedItemIds", "SelectedControlSelectedItemsIds")),
        new("a rule's element is misspelt", ["RIB05"], t => t.Replace(ContactRibbon, "<SelectionCountRule ", "<SelectionCounterRule ")),
        new("two ribbons share an id", ["RIB06"], t => t.ReplaceEverywhere("zarf.contact.ring.Command", "zarf.zarf_call.ring.Command")),
        new("a button calls a function that is gone", ["RIB07"], t => t.Replace("WebResources/zarf_/js/call.js", "ringMany(ids", "ringAll(ids")),
        new("a script fails when it is loaded", ["FRM04", "RIB07"], t => t.Replace("WebResources/zarf_/js/call.js", "'use strict';", "'use strict';\nmissing.start();")),
        new("a button stands in an unknown group", ["RIB08"], t => t.Replace(Ribbon, "MainTab.Actions.Controls", "MainTab.Action.Controls")),
        new("a button stands in the ribbon of another table", ["RIB08"], t => t.Replace(Ribbon, "Mscrm.Form.zarf_call.", "Mscrm.Form.zarf_line.")),
        new("a ribbon lacks a part", ["RIB09"], t => t.RemoveElement(Ribbon, "TabDisplayRules")),
        new("a command lacks its display rules", ["RIB09"], t => t.RemoveElement(Ribbon, "DisplayRules")),
        new("a ribbon id lacks the prefix", ["RIB10"], t => t.ReplaceEverywhere("zarf.contact.ring.EnableRule", "contact.ring.EnableRule")),
        new("a command uses an unlisted system rule", ["RIB11"], t => t.Replace(Ribbon, "<EnableRule Id=\"zarf.zarf_call.ring.EnableRule\" />", "<EnableRule Id=\"Mscrm.FromStateNotNew\" />")),
        new("a button has no text for the blind", ["RIB12"], t => t.Replace(Ribbon, " Alt=\"$LocLabels:zarf.zarf_call.ring.Label\"", "")),
        new("a privilege depth is misspelt", ["RIB13"], t => t.Replace(Ribbon, "PrivilegeDepth=\"Basic\"", "PrivilegeDepth=\"User\"")),
        new("a rule asks for privileges of the activity itself", ["RIB14"], t => t.Replace(Ribbon, "EntityName=\"activitypointer\"", "EntityName=\"zarf_call\"")),
        new("a rule asks for an unknown table", ["RIB14"], t => t.Replace(Ribbon, "EntityName=\"activitypointer\"", "EntityName=\"activitypointers\"")),
        new("a privilege is misspelt", ["ROL01"], t => t.Replace(Role, "prvReadContact", "prvReadContacts")),
        new("a role has a privilege of the activity itself", ["ROL02"], t => t.Replace(Role, "prvReadContact", "prvReadzarf_Call")),
        new("a privilege's level is misspelt", ["ROL03"], t => t.Replace(Role, "level=\"Local\"", "level=\"Unit\"")),
        new("a privilege on a table of the organisation is not global", ["ROL04"], t =>
        {
            t.Replace(Line, ">UserOwned<", ">OrgOwned<");
            t.Replace(Role, "name=\"prvReadzarf_Line\" level=\"Global\"", "name=\"prvReadzarf_Line\" level=\"Local\"");
        }, Exact: false),
        new("no role can read a table", ["ROL05"], t => t.RemoveElement(Role, "RolePrivilege", "prvReadzarf_Line")),
        new("a privilege is granted twice", ["ROL07"], t => t.Replace(Role, "prvReadContact\" level=\"Local", "prvReadAccount\" level=\"Local")),
        new("a field permission names an unknown column", ["FSP01"], t => t.Replace(Profiles, "<AttributeName>zarf_secret<", "<AttributeName>zarf_secrets<")),
        new("a field permission names an unsecured column", ["FSP02"], t => t.Replace(Profiles, "<AttributeName>zarf_secret<", "<AttributeName>zarf_note<")),
        new("a field permission has an unknown value", ["FSP03"], t => t.Replace(Profiles, "<CanRead>4<", "<CanRead>1<")),
        new("a Persian label is missing", ["LOC01"], t => t.RemoveElement(Direction, "label", "ورودی")),
        new("a Persian label is empty", ["LOC01"], t => t.Replace(Direction, "ورودی", "")),
        new("a base label is empty", ["LOC02"], t => t.Replace(Direction, "description=\"Incoming\"", "description=\"\"")),
        new("a column has no labels", ["LOC02"], t => t.RemoveElement(Line, "displaynames", "نام")),
        new("a label is too long", ["LOC03"], t => t.Replace(Direction, "ورودی", new string('و', 501))),
        new("a label is in a language that is not listed", ["LOC04"], t => t.Replace(Direction, "<label description=\"Incoming\"", "<label description=\"وارد\" languagecode=\"1025\" /><label description=\"Incoming\"")),
        new("a label stands twice in a language", ["LOC06"], t => t.Replace(Direction, "<label description=\"Incoming\"", "<label description=\"In\" languagecode=\"1033\" /><label description=\"Incoming\"")),
        new("a site map has no Persian title", ["LOC01"], t => t.RemoveElement("AppModuleSiteMaps/zarf_Calls/AppModuleSiteMap.xml", "Title", "تماس‌ها")),
    ];
}

namespace SolutionTool.Tests.Faults;

/// <summary>Faults of files, manifest and root components.</summary>
public static class FileFaults
{
    private const string Solution = "Other/Solution.xml";
    private const string Skeleton = "Other/Customizations.xml";
    private const string Picture = "WebResources/zarf_/img/call.svg.data.xml";
    private const string Script = "WebResources/zarf_/js/call.js.data.xml";
    private const string Direction = "OptionSets/zarf_direction.xml";
    private const string RootOfDirection = "<RootComponent type=\"9\" schemaName=\"zarf_direction\" behavior=\"0\" />";

    public static IEnumerable<Fault> All =>
    [
        new("the content of a web resource is missing", ["FILE01"], t => t.Delete("WebResources/zarf_/img/call.svg")),
        new("a file belongs to nothing", ["FILE02"], t => t.Write("Roles/notes.txt", "")),
        new("a web resource has no description", ["FILE02", "ROOT02", "WEB06"], t => t.Delete(Picture)),
        new("an entity is not well-formed", ["FILE03"], t => t.Replace("Entities/zarf_Line/Entity.xml", "</EntityInfo>", "")),
        new("a file has another root than its folder wants", ["FILE04"], t => t.Write("Roles/Calls.xml", "<Roles />")),
        new("a web resource names no part", ["FILE05", "FILE02"], t =>
        {
            t.RemoveElement(Picture, "FileName");
            t.Write("WebResources/zarf_/img/other.svg", "<svg/>");
        }),
        new("two web resources name the same part", ["FILE06", "LOC05", "WEB03"], t =>
        {
            var part = t.Value(Picture, "FileName");
            t.Replace("WebResources/zarf_/strings/call.1033.resx.data.xml", t.Value("WebResources/zarf_/strings/call.1033.resx.data.xml", "FileName"), part);
        }),
        new("a folder has another name than its entity", ["FILE07"], t => Directory.Move(t.Path("Entities/Contact"), t.Path("Entities/contacts"))),
        new("a form's file has another name than its id", ["FILE07"], t => File.Move(t.Find("Entities/zarf_Line/FormXml/main/*.xml"), t.Path("Entities/zarf_Line/FormXml/main/{11111111-2222-3333-4444-555555555555}.xml"))),
        new("a part's name has a space", ["OPC03", "WEB03"], t => t.Replace(Picture, "/zarf_imgcallsvg", "/zarf_img callsvg")),
        new("a role is no root component", ["ROOT01"], t => t.RemoveRoot("20")),
        new("an option set is no root component", ["ROOT01"], t => t.RemoveRoot("9")),
        new("a table is no root component", ["ROOT01"], t => t.RemoveRoot("1")),
        new("a step is no root component", ["ROOT01"], t => t.RemoveRoot("92")),
        new("a root component has nothing behind it", ["ROOT02"], t => t.Replace(Solution, RootOfDirection, RootOfDirection + RootOfDirection.Replace("direction", "gone", StringComparison.Ordinal))),
        new("an option set is gone that a column uses", ["OPT01", "ROOT02"], t => t.Delete(Direction)),
        new("a web resource is gone that the ribbon uses", ["ROOT02", "WEB06"], t =>
        {
            t.Delete(Picture);
            t.Delete("WebResources/zarf_/img/call.svg");
        }),
        new("two tables' views share an id", ["ROOT03"], t =>
        {
            var old = t.Find("Entities/zarf_Line/SavedQueries/*.xml");
            var id = System.IO.Path.GetFileNameWithoutExtension(t.Find("Entities/zarf_Call/SavedQueries/*.xml"));
            var text = File.ReadAllText(old).Replace(System.IO.Path.GetFileNameWithoutExtension(old), id, StringComparison.Ordinal);
            File.Delete(old);
            t.Write($"Entities/zarf_Line/SavedQueries/{id}.xml", text);
        }),
        new("a root component is listed twice", ["ROOT03"], t => t.Replace(Solution, RootOfDirection, RootOfDirection + RootOfDirection)),
        new("the version has three numbers", ["ROOT04"], t => t.Replace(Solution, "<Version>1.0.0.0<", "<Version>1.0.0<")),
        new("an app lacks the prefix", ["ROOT05"], t => t.ReplaceEverywhere("zarf_Calls", "Calls")),
        new("the base language is not listed", ["LOC04", "LOC05", "ROOT06"], t => t.Replace(Skeleton, "<Language>1033</Language>", "<Language>1036</Language>"), Exact: false),
        new("the manifest does not say whether it is managed", ["ROOT07"], t => t.RemoveElement(Solution, "Managed")),
        new("the tree is managed only", ["ROOT07"], t => t.Replace(Solution, "<Managed>2<", "<Managed>1<")),
        new("the publisher has one address", ["ROOT08"], t => t.RemoveElement(Solution, "Address")),
        new("the publisher's option prefix is too small", ["OPT02", "ROOT08"], t => t.Replace(Solution, ">72700<", ">727<")),
        new("the package is of a newer version", ["ROOT09"], t => t.Replace(Solution, "SolutionPackageVersion=\"9.0\"", "SolutionPackageVersion=\"9.2\"")),
        new("sections stand in the wrong order", ["ROOT10"], t =>
        {
            t.Replace(Skeleton, "<Roles />", "");
            t.Replace(Skeleton, "<Templates />", "<Templates /><Roles />");
        }),
        new("the solution's name has a space", ["ROOT11"], t => t.Replace(Solution, "<UniqueName>Zarf<", "<UniqueName>Zarf calls<")),
        new("an id is no GUID", ["ROOT12"], t => t.ReplaceEverywhere(t.Value("Roles/Call agent.xml", "id"), "{call-agent}")),
        new("a script does not parse", ["WEB08"], t => t.Write("WebResources/zarf_/js/call.js", "var Zarf = {"), Exact: false),
        new("a web resource lacks the prefix", ["WEB01"], t => t.Replace(Script, "<Name>zarf_/js/call.js<", "<Name>js/call.js<"), Exact: false),
        new("a web resource has the type of another kind", ["WEB02"], t => t.Replace(Picture, "<WebResourceType>11<", "<WebResourceType>5<")),
        new("a web resource's part is not named after it", ["WEB03"], t => t.Replace(Picture, "/zarf_imgcallsvg", "/zarf_imgcall")),
        new("strings have no language", ["WEB04", "LOC05"], t => t.RemoveElement("WebResources/zarf_/strings/call.1065.resx.data.xml", "LanguageCode")),
        new("a web resource is defined twice", ["WEB05", "ROOT03", "FILE06"], t =>
        {
            t.Write("WebResources/zarf_/img/again.svg", "<svg/>");
            t.Write("WebResources/zarf_/img/again.svg.data.xml", File.ReadAllText(t.Find(Picture)));
        }),
        new("a script depends on strings that are gone", ["WEB06"], t => t.Replace(Script, "zarf_/strings/call.1033.resx\" displayName", "zarf_/strings/gone.1033.resx\" displayName")),
        new("strings are not well-formed", ["WEB09"], t => t.Write("WebResources/zarf_/strings/call.1065.resx", "<root>")),
        new("a string is not translated", ["LOC05"], t => t.Replace("WebResources/zarf_/strings/call.1033.resx", "</root>", "<data name=\"Hang up\"><value>Hang up</value></data></root>")),
    ];
}

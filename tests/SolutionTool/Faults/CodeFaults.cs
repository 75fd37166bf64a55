using SolutionTool.Checking;

namespace SolutionTool.Tests.Faults;

/// <summary>Faults of the assembly, its types and its steps.</summary>
public static class CodeFaults
{
    private const string Assembly = "PluginAssemblies/ZarfPlugins-AFEB9ED8-0970-50DB-8984-876B503B9247/*.data.xml";
    private const string Steps = "SdkMessageProcessingSteps/*.xml";
    private const string Update = "20bebb1b-ea3e-db11-86a7-000a3a5473e8";
    private const string Create = "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8";
    private const string Delete = "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8";

    public static IEnumerable<Fault> All =>
    [
        new("the DLL is no assembly", ["ASM01"], t => File.WriteAllText(t.DllPath, "MZ")),
        new("the public key token is another", ["ASM02"], t => t.ReplaceEverywhere("PublicKeyToken=", "PublicKeyToken=0")),
        new("the DLL has another version", ["ASM02"], t => t.ReplaceDll(new PluginDllMaker { Version = new Version(1, 1, 0, 0) })),
        new("the DLL is not signed", ["ASM03"], t => t.ReplaceDll(new PluginDllMaker { Signed = false })),
        new("a type names another assembly", ["ASM04", "STP01"], t => t.Replace(Assembly, "CallRequested, Zarf.Plugins, Version=1.0.0.0", "CallRequested, Zarf.Plugins, Version=1.0.0.1")),
        new("a plug-in is not public", ["ASM05"], t => t.ReplaceDll(With("Zarf.Plugins.CallRequested", "internal plugin"))),
        new("a registered type is no plug-in", ["ASM06"], t => t.ReplaceDll(With("Zarf.Plugins.CallRequested", "nothing"))),
        new("a type was renamed in the code", ["ASM07", "ASM09"], t =>
        {
            var maker = new PluginDllMaker();
            maker.Types.Remove("Zarf.Plugins.CallRequested");
            maker.Types.Add("Zarf.Plugins.CallAsked", "plugin");
            t.ReplaceDll(maker);
        }),
        new("a workflow step has no group", ["ASM08"], t => t.RemoveElement(Assembly, "WorkflowActivityGroupName")),
        new("a plug-in has a group", ["ASM08", "STP01"], t => t.Replace(Assembly, "</FriendlyName>", "</FriendlyName><WorkflowActivityGroupName>Zarf</WorkflowActivityGroupName>")),
        new("a plug-in is not registered", ["ASM09"], t => t.ReplaceDll(With("Zarf.Plugins.CallEnded", "plugin"))),
        new("the DLL references what the sandbox lacks", ["ASM10"], t => t.ReplaceDll(new PluginDllMaker { ExtraReference = "Newtonsoft.Json" })),
        new("the DLL references netstandard", ["ASM10"], t => t.ReplaceDll(new PluginDllMaker { ExtraReference = "netstandard" })),
        new("the DLL is built for a newer framework", ["ASM11"], t => t.ReplaceDll(new PluginDllMaker { Framework = ".NETFramework,Version=v4.8" })),
        new("a type is registered twice", ["ASM12", "ROOT03"], t =>
        {
            var type = t.Element(Assembly, "PluginType");
            t.Replace(Assembly, "</PluginTypes>", type + "</PluginTypes>");
        }),
        new("the assembly runs outside the sandbox", ["ASM13"], t => t.Replace(Assembly, "<IsolationMode>2<", "<IsolationMode>1<")),
        new("a step runs an unknown type", ["STP01"], t => t.Replace(Steps, "<PluginTypeName>Zarf.Plugins.CallRequested,", "<PluginTypeName>Zarf.Plugins.CallRequest,"), Exact: false),
        new("a step stands on an unknown message", ["STP02"], t => t.Replace(Steps, Update, "20bebb1b-ea3e-db11-86a7-000a3a5473e9")),
        new("a step stands on an unknown table", ["STP03", "STP08"], t => t.Replace(Steps, "<PrimaryEntity>zarf_call<", "<PrimaryEntity>zarf_calling<")),
        new("an asynchronous step runs before the operation", ["STP04"], t => t.Replace(Steps, "<Stage>40<", "<Stage>20<")),
        new("a step has the stage 30", ["STP04"], t => t.Replace(Steps, "<Stage>20<", "<Stage>30<")),
        new("an image is from after an operation that has not run", ["STP05"], t => t.Replace(Steps, "<ImageType>0<", "<ImageType>1<")),
        new("an image is from before Create", ["STP05", "STP08", "STP09"], t => t.Replace(t.Relative(t.Find(Steps, "<ImageType>")), Update, Create)),
        new("an image is from after Delete", ["STP05"], t =>
        {
            var step = t.Relative(t.Find(Steps, "<ImageType>"));
            t.Replace(step, Update, Delete);
            t.Replace(step, "<ImageType>0<", "<ImageType>1<");
        }, Exact: false),
        new("an image names the wrong property", ["STP05"], t => t.Replace(Steps, "<MessagePropertyName>Target<", "<MessagePropertyName>Id<")),
        new("a filter names an unknown column", ["STP06"], t => t.Replace(Steps, "<FilteringAttributes>zarf_startedon<", "<FilteringAttributes>zarf_startdon<")),
        new("an image names an unknown column", ["STP07"], t => t.Replace(Steps, "<Attributes>zarf_note,", "<Attributes>zarf_notes,")),
        new("a step's name does not say what it does", ["STP08"], t => t.Replace(Steps, "Name=\"Zarf.Plugins.CallRequested: Update of zarf_call\"", "Name=\"Call requested\"")),
        new("a step on Delete has a filter", ["STP09", "STP08"], t => t.Replace(t.Relative(t.Find(Steps, "zarf_startedon")), Update, Delete)),
        new("an image carries every column", ["STP10"], t => t.RemoveElement(Steps, "Attributes")),
        new("a step runs at every update", ["STP11"], t => t.RemoveElement(Steps, "FilteringAttributes")),
        new("a step names the id of another type", ["STP12"], t => t.Replace(Steps, t.Value(Steps, "PluginTypeId"), "11111111-2222-3333-4444-555555555555")),
        new("the code declares a step that the solution lacks", ["STP14"], t => t.ReplaceDll(new PluginDllMaker
        {
            Steps = [.. PluginDllMaker.GoodSteps, ("Zarf.Plugins.CallPreparing", new DeclaredStep("Create", "zarf_call", 20, 0, "", "", 1))],
        })),
        new("the solution has a step that the code does not declare", ["STP15"], t => t.ReplaceDll(new PluginDllMaker { Steps = [PluginDllMaker.GoodSteps[0]] })),
        new("a step and its declaration differ in a filter", ["STP14", "STP15"], t =>
        {
            t.ReplaceDll(new PluginDllMaker { Steps = PluginDllMaker.GoodSteps });
            t.Replace(Steps, "<FilteringAttributes>zarf_startedon<", "<FilteringAttributes>zarf_seconds<");
        }),
        new("an asynchronous step keeps its jobs", ["STP13"], t => t.Replace(Steps, "<AsyncAutoDelete>1<", "<AsyncAutoDelete>0<")),
    ];

    private static PluginDllMaker With(string type, string kind)
    {
        var maker = new PluginDllMaker();
        maker.Types[type] = kind;
        return maker;
    }
}

using System.Activities;
using System.IO.Compression;
using System.Text;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Microsoft.Xrm.Sdk.Workflow;

namespace CrmEmulator.Tests.PlugIns;

/// <summary>A packed solution whose plug-in assembly is this test assembly itself.</summary>
internal static class PlugInPackage
{
    private const string Assembly = "CrmEmulator.Tests, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null";

    public static byte[] Bytes()
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"u8);
            Write(archive, "solution.xml", "<ImportExportXml><SolutionManifest><UniqueName>Packed</UniqueName><LocalizedNames><LocalizedName description=\"Packed\" languagecode=\"1033\" /></LocalizedNames><Version>1.0.0.0</Version><Managed>0</Managed><Publisher><UniqueName>sample</UniqueName><CustomizationPrefix>new</CustomizationPrefix></Publisher></SolutionManifest></ImportExportXml>"u8);
            Write(archive, "customizations.xml", Encoding.UTF8.GetBytes(Customizations));
            Write(archive, "PluginAssemblies/Packed/Packed.dll", File.ReadAllBytes(typeof(PlugInPackage).Assembly.Location));
        }

        return memory.ToArray();
    }

    private static string Type(Type type, string group = "") =>
        $"""<PluginType AssemblyQualifiedName="{type.FullName}, {Assembly}" PluginTypeId="{Guid.NewGuid()}" Name="{type.FullName}"><FriendlyName>{type.Name}</FriendlyName>{group}</PluginType>""";

    private static string Step(Type type, string message, int stage, int mode, string rest = "") =>
        $"""<SdkMessageProcessingStep Name="{type.Name}: {stage}" SdkMessageProcessingStepId="{Guid.NewGuid()}"><PluginTypeName>{type.FullName}, {Assembly}</PluginTypeName><PrimaryEntity>contact</PrimaryEntity><AsyncAutoDelete>{mode}</AsyncAutoDelete>{rest}<Mode>{mode}</Mode><Rank>1</Rank><SdkMessageId>{message}</SdkMessageId><Stage>{stage}</Stage></SdkMessageProcessingStep>""";

    private static readonly string Customizations = $"""
        <ImportExportXml><Entities /><Roles />
        <SolutionPluginAssemblies><PluginAssembly FullName="{Assembly}" PluginAssemblyId="24dd3ade-1ed3-5178-9887-3b5bfea56811"><IsolationMode>2</IsolationMode><FileName>/PluginAssemblies/Packed/Packed.dll</FileName><PluginTypes>{Type(typeof(PackedNaming))}{Type(typeof(PackedCounting))}{Type(typeof(PackedGreeting), "<WorkflowActivityGroupName>Sample</WorkflowActivityGroupName>")}</PluginTypes></PluginAssembly></SolutionPluginAssemblies>
        <SdkMessageProcessingSteps>
        {Step(typeof(PackedNaming), "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8", 20, 0, "<Configuration>دکتر</Configuration>")}
        {Step(typeof(PackedCounting), "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8", 40, 1)}
        </SdkMessageProcessingSteps>
        </ImportExportXml>
        """;

    private static void Write(ZipArchive archive, string name, ReadOnlySpan<byte> content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(content);
    }
}

/// <summary>Gives contacts a title from its configuration and shows which secret it got.</summary>
public sealed class PackedNaming(string unsecure, string secure) : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!;
        var target = (Entity)context.InputParameters["Target"];
        target["salutation"] = unsecure;
        target["jobtitle"] = secure ?? "none";
    }
}

/// <summary>Counts its runs in a static field, which belongs to the memory the assembly was loaded into.</summary>
public sealed class PackedCounting : IPlugin
{
    private static int runs;

    public void Execute(IServiceProvider serviceProvider)
    {
        runs++;
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!;
        var service = ((IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!).CreateOrganizationService(null);
        service.Update(new Entity("contact", context.PrimaryEntityId) { ["nickname"] = runs.ToString() });
    }
}

/// <summary>A workflow step that reads a contact and says good day.</summary>
public sealed class PackedGreeting : CodeActivity
{
    [RequiredArgument]
    [Input("Contact")]
    [ReferenceTarget("contact")]
    public InArgument<EntityReference> Contact { get; set; } = null!;

    [Input("Word")]
    public InArgument<string> Word { get; set; } = null!;

    [Output("Greeting")]
    public OutArgument<string> Greeting { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        var workflow = context.GetExtension<IWorkflowContext>();
        var service = context.GetExtension<IOrganizationServiceFactory>().CreateOrganizationService(workflow.UserId);
        var now = context.GetExtension<Func<DateTime>>()();
        var contact = service.Retrieve("contact", Contact.Get(context).Id, new ColumnSet("lastname"));
        context.GetExtension<ITracingService>().Trace("{0} at depth {1}", contact["lastname"], workflow.Depth);
        var greeting = $"{Word.Get(context)} {contact["lastname"]} {now:HH:mm}";
        Greeting.Set(context, greeting);
        if (workflow.OperationId != Guid.Empty && workflow.Mode == 1 && contact.Id == workflow.PrimaryEntityId)
        {
            service.Update(new Entity("contact", contact.Id) { ["description"] = greeting });
        }
    }
}

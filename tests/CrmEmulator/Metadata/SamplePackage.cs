using System.IO.Compression;
using System.Text;

namespace CrmEmulator.Tests.Metadata;

/// <summary>A small packed solution: an order table with a key and choices, a custom activity, a role, a secured column, a plug-in step.</summary>
internal static class SamplePackage
{
    public const string StepId = "4911ac15-1241-50d3-b8e8-d31cae9f4f3d";
    public const string ClerkRoleId = "7b4271e2-7468-5118-b0df-9b902f6bdc18";

    public static byte[] Bytes() => Pack(Customizations);

    public static byte[] Pack(string customizations)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Write(archive, "solution.xml", Manifest);
            Write(archive, "customizations.xml", customizations);
            Write(archive, "PluginAssemblies/Sample/Sample.dll", "not really code");
            Write(archive, "WebResources/new_page", "<html>سلام</html>");
        }

        return memory.ToArray();
    }

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }

    private static string Column(string type, string schema, string rest = "", string level = "none") =>
        $"""<attribute PhysicalName="{schema}"><Type>{type}</Type><Name>{schema.ToLowerInvariant()}</Name><LogicalName>{schema.ToLowerInvariant()}</LogicalName><RequiredLevel>{level}</RequiredLevel><ValidForUpdateApi>1</ValidForUpdateApi><ValidForReadApi>1</ValidForReadApi><ValidForCreateApi>1</ValidForCreateApi><IsCustomField>1</IsCustomField>{rest}<displaynames><displayname description="{schema}" languagecode="1033" /><displayname description="ستون" languagecode="1065" /></displaynames></attribute>""";

    private static string Lookup(string name, string many, string one, string column, string delete, string assign = "NoCascade") =>
        $"""<EntityRelationship Name="{name}"><EntityRelationshipType>OneToMany</EntityRelationshipType><ReferencingEntityName>{many}</ReferencingEntityName><ReferencedEntityName>{one}</ReferencedEntityName><CascadeAssign>{assign}</CascadeAssign><CascadeDelete>{delete}</CascadeDelete><CascadeReparent>NoCascade</CascadeReparent><CascadeShare>NoCascade</CascadeShare><CascadeUnshare>NoCascade</CascadeUnshare><ReferencingAttributeName>{column}</ReferencingAttributeName><EntityRelationshipRoles><EntityRelationshipRole><NavigationPropertyName>{column}</NavigationPropertyName><RelationshipRoleType>1</RelationshipRoleType></EntityRelationshipRole></EntityRelationshipRoles></EntityRelationship>""";

    private const string Manifest =
        """<ImportExportXml version="9.0.2.1"><SolutionManifest><UniqueName>Sample</UniqueName><LocalizedNames><LocalizedName description="Sample solution" languagecode="1033" /></LocalizedNames><Version>1.0.0.0</Version><Managed>0</Managed><Publisher><UniqueName>sample</UniqueName><CustomizationPrefix>new</CustomizationPrefix></Publisher></SolutionManifest></ImportExportXml>""";

    internal static readonly string Customizations = $"""
        <ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <Entities>
        <Entity><Name LocalizedName="Order" OriginalName="Order">new_Order</Name><ObjectTypeCode>10200</ObjectTypeCode><EntityInfo><entity Name="new_Order"><LocalizedNames><LocalizedName description="Order" languagecode="1033" /></LocalizedNames><LocalizedCollectionNames><LocalizedCollectionName description="Orders" languagecode="1033" /></LocalizedCollectionNames><attributes>
        {Column("nvarchar", "new_Name", "<DisplayMask>PrimaryName|ValidForAdvancedFind</DisplayMask><MaxLength>50</MaxLength>")}
        {Column("nvarchar", "new_Number", "<MaxLength>20</MaxLength>")}
        {Column("nvarchar", "new_Shop", "<MaxLength>20</MaxLength>")}
        {Column("decimal", "new_Amount", "<Accuracy>2</Accuracy><MinValue>0</MinValue><MaxValue>1000000000</MaxValue>")}
        {Column("money", "new_Price")}
        {Column("int", "new_Pieces", "<MinValue>-10</MinValue><MaxValue>1000</MaxValue>")}
        {Column("float", "new_Weight")}
        {Column("bit", "new_Urgent")}
        {Column("datetime", "new_DueOn")}
        {Column("ntext", "new_Note", "<MaxLength>1000</MaxLength>")}
        {Column("nvarchar", "new_Secret", "<MaxLength>100</MaxLength><IsSecured>1</IsSecured>")}
        {Column("picklist", "new_Colour", "<OptionSetName>new_colour</OptionSetName>")}
        {Column("lookup", "new_ContactId")}
        {Column("lookup", "new_ParentId")}
        {Column("lookup", "new_AccountId")}
        {Column("lookup", "new_CaseId")}
        <attribute PhysicalName="statuscode"><Type>status</Type><Name>statuscode</Name><LogicalName>statuscode</LogicalName><ValidForUpdateApi>1</ValidForUpdateApi><ValidForReadApi>1</ValidForReadApi><ValidForCreateApi>1</ValidForCreateApi><optionset Name="new_order_statuscode"><OptionSetType>status</OptionSetType><statuses><status value="1" state="0"><labels><label description="New" languagecode="1033" /></labels></status><status value="100000000" state="0"><labels><label description="Packed" languagecode="1033" /></labels></status><status value="2" state="1"><labels><label description="Done" languagecode="1033" /></labels></status><status value="100000001" state="1"><labels><label description="Lost" languagecode="1033" /></labels></status></statuses></optionset></attribute>
        </attributes><EntitySetName>new_orders</EntitySetName><OwnershipTypeMask>UserOwned</OwnershipTypeMask><IsActivity>0</IsActivity><HasRelatedNotes>True</HasRelatedNotes>
        <EntityKeys><EntityKey><Name>new_shop_number</Name><LogicalName>new_shop_number</LogicalName><EntityKeyAttributes><AttributeName>new_shop</AttributeName><AttributeName>new_number</AttributeName></EntityKeyAttributes></EntityKey></EntityKeys></entity></EntityInfo>
        <FormXml><forms type="main"><systemform><formid>28caad97-37ee-5ccb-b64a-c6c857b57ff2</formid><form><tabs /></form><LocalizedNames><LocalizedName description="Order form" languagecode="1033" /></LocalizedNames></systemform></forms></FormXml>
        <SavedQueries><savedqueries><savedquery><isdefault>1</isdefault><returnedtypecode>10200</returnedtypecode><savedqueryid>d5afec40-b163-50c4-b306-93e07a6e8408</savedqueryid><layoutxml><grid name="g" /></layoutxml><querytype>4</querytype><fetchxml><fetch><entity name="new_order"><filter type="or" isquickfindfields="1"><condition attribute="new_name" operator="like" value="0" /></filter></entity></fetch></fetchxml><LocalizedNames><LocalizedName description="Find orders" languagecode="1033" /></LocalizedNames></savedquery></savedqueries></SavedQueries>
        <RibbonDiffXml><CustomActions /></RibbonDiffXml></Entity>
        <Entity><Name LocalizedName="Visit" OriginalName="Visit">new_visit</Name><ObjectTypeCode>10201</ObjectTypeCode><EntityInfo><entity Name="new_visit"><LocalizedNames><LocalizedName description="Visit" languagecode="1033" /></LocalizedNames><attributes>
        {Column("nvarchar", "new_Place", "<MaxLength>100</MaxLength>")}
        </attributes><EntitySetName>new_visits</EntitySetName><OwnershipTypeMask>UserOwned</OwnershipTypeMask><IsActivity>1</IsActivity></entity></EntityInfo></Entity>
        <Entity><Name LocalizedName="Contact" OriginalName="Contact">Contact</Name><EntityInfo><entity Name="Contact" unmodified="1"><attributes>{Column("nvarchar", "new_Badge", "<MaxLength>10</MaxLength>")}</attributes></entity></EntityInfo></Entity>
        </Entities>
        <Roles><Role id="{ClerkRoleId}" name="Clerk"><RolePrivileges><RolePrivilege name="prvReadnew_Order" level="Basic" /><RolePrivilege name="prvCreatenew_Order" level="Basic" /><RolePrivilege name="prvWritenew_Order" level="Basic" /><RolePrivilege name="prvAppendnew_Order" level="Basic" /><RolePrivilege name="prvReadContact" level="Local" /><RolePrivilege name="prvCreateContact" level="Basic" /><RolePrivilege name="prvReadActivity" level="Basic" /><RolePrivilege name="prvCreateActivity" level="Basic" /></RolePrivileges></Role></Roles>
        <FieldSecurityProfiles><FieldSecurityProfile name="Secret readers" fieldsecurityprofileid="b3a1ec40-b163-50c4-b306-93e07a6e8401"><FieldPermissions><FieldPermission><EntityName>new_order</EntityName><AttributeName>new_secret</AttributeName><CanRead>4</CanRead><CanUpdate>0</CanUpdate><CanCreate>0</CanCreate></FieldPermission></FieldPermissions></FieldSecurityProfile></FieldSecurityProfiles>
        <EntityRelationships>
        {Lookup("new_order_contact", "new_Order", "Contact", "new_ContactId", "Cascade", "Cascade")}
        {Lookup("new_order_parent", "new_Order", "new_Order", "new_ParentId", "RemoveLink")}
        {Lookup("new_order_account", "new_Order", "Account", "new_AccountId", "Restrict")}
        {Lookup("new_order_case", "new_Order", "Incident", "new_CaseId", "RemoveLink")}
        {Lookup("contact_new_visits", "new_visit", "Contact", "RegardingObjectId", "Cascade", "Cascade")}
        {Lookup("account_new_visits", "new_visit", "Account", "RegardingObjectId", "Cascade", "Cascade")}
        <EntityRelationship Name="new_order_list"><EntityRelationshipType>ManyToMany</EntityRelationshipType><FirstEntityName>new_Order</FirstEntityName><SecondEntityName>List</SecondEntityName><IntersectEntityName>new_order_list</IntersectEntityName></EntityRelationship>
        </EntityRelationships>
        <optionsets><optionset Name="new_colour" localizedName="Colour"><OptionSetType>picklist</OptionSetType><options><option value="100000000"><labels><label description="Red" languagecode="1033" /><label description="سرخ" languagecode="1065" /></labels></option><option value="100000001"><labels><label description="Blue" languagecode="1033" /><label description="آبی" languagecode="1065" /></labels></option></options></optionset></optionsets>
        <WebResources><WebResource><WebResourceId>c3a1ec40-b163-50c4-b306-93e07a6e8402</WebResourceId><Name>new_/page.htm</Name><DisplayName>Page</DisplayName><WebResourceType>1</WebResourceType><FileName>/WebResources/new_page</FileName></WebResource></WebResources>
        <SolutionPluginAssemblies><PluginAssembly FullName="Sample, Version=1.0.0.0, Culture=neutral, PublicKeyToken=e5c359f6f1ffb27d" PluginAssemblyId="24dd3ade-1ed3-5178-9887-3b5bfea56810"><IsolationMode>2</IsolationMode><FileName>/PluginAssemblies/Sample/Sample.dll</FileName><PluginTypes><PluginType AssemblyQualifiedName="Sample.Guard, Sample, Version=1.0.0.0, Culture=neutral, PublicKeyToken=e5c359f6f1ffb27d" PluginTypeId="51c85036-4969-5705-a41c-490526031420" Name="Sample.Guard"><FriendlyName>Guard</FriendlyName></PluginType></PluginTypes></PluginAssembly></SolutionPluginAssemblies>
        <SdkMessageProcessingSteps><SdkMessageProcessingStep Name="Sample.Guard: Update of campaign" SdkMessageProcessingStepId="{StepId}"><PluginTypeName>Sample.Guard, Sample, Version=1.0.0.0, Culture=neutral, PublicKeyToken=e5c359f6f1ffb27d</PluginTypeName><PrimaryEntity>campaign</PrimaryEntity><AsyncAutoDelete>1</AsyncAutoDelete><FilteringAttributes>name, statuscode</FilteringAttributes><Mode>0</Mode><Rank>3</Rank><SdkMessageId>20bebb1b-ea3e-db11-86a7-000a3a5473e8</SdkMessageId><Stage>20</Stage><SdkMessageProcessingStepImages><SdkMessageProcessingStepImage Name="Before"><SdkMessageProcessingStepImageId>e21c9e9d-014d-55b5-a4b8-c5889a598d59</SdkMessageProcessingStepImageId><Attributes>name</Attributes><EntityAlias>Before</EntityAlias><ImageType>0</ImageType><MessagePropertyName>Target</MessagePropertyName></SdkMessageProcessingStepImage></SdkMessageProcessingStepImages></SdkMessageProcessingStep></SdkMessageProcessingSteps>
        <Languages><Language>1033</Language><Language>1065</Language></Languages>
        </ImportExportXml>
        """;
}

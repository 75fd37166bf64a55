using CrmEmulator.Tests.Metadata;

namespace CrmEmulator.Tests.AppShell;

/// <summary>The sample package with what pages are drawn from: a view, a form, a ribbon, a chart, an app with its site map.</summary>
internal static class PagesPackage
{
    public const string View = "d5afec40-b163-50c4-b306-93e07a6e8409";
    public const string Chart = "d5afec40-b163-50c4-b306-93e07a6e8410";

    public static byte[] Bytes() => SamplePackage.Pack(SamplePackage.Customizations
        .Replace("<form><tabs /></form>", Form, StringComparison.Ordinal)
        .Replace("</savedquery></savedqueries>", "</savedquery>" + SavedQuery + "</savedqueries>", StringComparison.Ordinal)
        .Replace("<RibbonDiffXml><CustomActions /></RibbonDiffXml>", Visualization + Ribbon, StringComparison.Ordinal)
        .Replace("<Languages>", App + "<Languages>", StringComparison.Ordinal));

    private const string Form =
        """<form><tabs><tab name="main"><labels><label description="Order" languagecode="1033" /><label description="سفارش" languagecode="1065" /></labels><columns><column width="100%"><sections><section name="one" columns="11"><rows><row><cell><labels><label description="Colour" languagecode="1033" /></labels><control id="new_colour" classid="{3ef39988-22bb-4f0b-bbbe-64b5a3748aee}" datafieldname="new_colour" disabled="true" /></cell></row><row /></rows></section></sections></column></columns></tab></tabs><formLibraries><Library name="new_/page.htm" /></formLibraries><events><event name="onload"><Handlers><Handler functionName="order.load" libraryName="new_/page.htm" enabled="true" passExecutionContext="true" /><Handler functionName="order.off" libraryName="new_/page.htm" enabled="false" /></Handlers></event></events></form>""";

    private const string SavedQuery =
        $$$"""<savedquery><isdefault>0</isdefault><savedqueryid>{{{View}}}</savedqueryid><layoutxml><grid name="g"><row name="r" id="new_orderid"><cell name="new_name" width="200" /><cell name="c.fullname" width="100" /></row></grid></layoutxml><querytype>0</querytype><fetchxml><fetch><entity name="new_order"><attribute name="new_name" /><link-entity name="contact" from="contactid" to="new_contactid" alias="c" link-type="outer"><attribute name="fullname" /></link-entity></entity></fetch></fetchxml><LocalizedNames><LocalizedName description="Orders" languagecode="1033" /><LocalizedName description="سفارش‌ها" languagecode="1065" /></LocalizedNames></savedquery>""";

    private const string Visualization =
        $$$"""<Visualizations><visualization><savedqueryvisualizationid>{{{Chart}}}</savedqueryvisualizationid><datadescription><datadefinition><fetchcollection><fetch aggregate="true"><entity name="new_order"><attribute name="new_orderid" alias="n" aggregate="count" /><attribute name="new_colour" alias="by" groupby="true" /></entity></fetch></fetchcollection><categorycollection><category alias="by"><measurecollection><measure alias="n" /></measurecollection></category></categorycollection></datadefinition></datadescription><presentationdescription><Chart><Series><Series ChartType="Bar" /></Series></Chart></presentationdescription><LocalizedNames><LocalizedName description="By colour" languagecode="1033" /></LocalizedNames></visualization></Visualizations>""";

    private const string Ribbon =
        """<RibbonDiffXml><CustomActions><CustomAction Id="a" Location="Mscrm.Form.new_order.MainTab.Actions.Controls._children"><CommandUIDefinition><Button Id="b" Command="new.pack" LabelText="$LocLabels:new.pack.Label" Image16by16="$webresource:new_/page.htm" Sequence="1" /></CommandUIDefinition></CustomAction></CustomActions><CommandDefinitions><CommandDefinition Id="new.pack"><EnableRules><EnableRule Id="Mscrm.FormStateNotNew" /><EnableRule Id="new.one" /></EnableRules><DisplayRules /><Actions><JavaScriptFunction FunctionName="order.pack" Library="$webresource:new_/page.htm"><CrmParameter Value="PrimaryControl" /></JavaScriptFunction></Actions></CommandDefinition></CommandDefinitions><RuleDefinitions><EnableRules><EnableRule Id="new.one"><SelectionCountRule Minimum="1" Maximum="1" /></EnableRule></EnableRules></RuleDefinitions><LocLabels><LocLabel Id="new.one.Reason"><Titles><Title description="Choose one" languagecode="1033" /><Title description="یکی را برگزینید" languagecode="1065" /></Titles></LocLabel><LocLabel Id="new.pack.Label"><Titles><Title description="Pack" languagecode="1033" /><Title description="بسته‌بندی" languagecode="1065" /></Titles></LocLabel></LocLabels></RibbonDiffXml>""";

    private const string App =
        $$$"""<AppModules><AppModule><UniqueName>new_app</UniqueName><AppModuleRoleMaps><Role id="{{{SamplePackage.ClerkRoleId}}}" /></AppModuleRoleMaps><LocalizedNames><LocalizedName description="Shop" languagecode="1033" /></LocalizedNames></AppModule></AppModules><AppModuleSiteMaps><AppModuleSiteMap><SiteMapUniqueName>new_app</SiteMapUniqueName><SiteMap><Area Id="area"><Titles><Title LCID="1033" Title="Shop" /></Titles><Group Id="group"><Titles><Title LCID="1033" Title="Work" /></Titles><SubArea Id="orders" Entity="new_order"><Titles><Title LCID="1033" Title="Orders" /></Titles></SubArea><SubArea Id="leads" Entity="lead"><Titles><Title LCID="1033" Title="Leads" /></Titles></SubArea><SubArea Id="view" Url="/main.aspx?pagetype=entitylist&amp;etn=new_order&amp;viewid=%7b{{{View}}}%7d"><Titles><Title LCID="1033" Title="View" /></Titles></SubArea></Group></Area></SiteMap></AppModuleSiteMap></AppModuleSiteMaps>""";
}

using System.Text.RegularExpressions;

namespace SolutionTool.Checking;

/// <summary>The words a ribbon may use.</summary>
public static partial class RibbonVocabulary
{
    public static readonly IReadOnlySet<string> CrmParameters = new HashSet<string>(StringComparer.Ordinal)
    {
        "PrimaryEntityTypeCode", "PrimaryEntityTypeName", "PrimaryItemIds", "FirstPrimaryItemId", "PrimaryControl", "PrimaryControlId",
        "SelectedEntityTypeCode", "SelectedEntityTypeName", "FirstSelectedItemId", "SelectedControl", "OrgName", "OrgLcid", "UserLcid", "CommandProperties",
        "SelectedControlSelectedItemCount", "SelectedControlSelectedItemIds", "SelectedControlSelectedItemReferences",
        "SelectedControlAllItemCount", "SelectedControlAllItemIds", "SelectedControlAllItemReferences",
        "SelectedControlUnselectedItemCount", "SelectedControlUnselectedItemIds", "SelectedControlUnselectedItemReferences",
    };

    public static readonly IReadOnlySet<string> EnableRules = new HashSet<string>(StringComparer.Ordinal)
    {
        "CustomRule", "EntityRule", "FormStateRule", "RecordPrivilegeRule", "SelectionCountRule", "ValueRule", "CrmClientTypeRule", "CrmOfflineAccessStateRule",
        "CrmOutlookClientTypeRule", "CrmOutlookClientVersionRule", "CommandClientTypeRule", "SkuRule", "PageRule", "OrRule", "OutlookItemTrackingRule",
        "OutlookRenderTypeRule", "OutlookVersionRule", "DeviceTypeRule",
    };

    public static readonly IReadOnlySet<string> DisplayRules = new HashSet<string>(StringComparer.Ordinal)
    {
        "EntityPrivilegeRule", "MiscellaneousPrivilegeRule", "OrganizationSettingRule", "EntityPropertyRule", "FormTypeRule", "FormStateRule", "FormEntityContextRule",
        "EntityRule", "ValueRule", "CrmClientTypeRule", "CrmOfflineAccessStateRule", "CrmOutlookClientTypeRule", "CrmOutlookClientVersionRule", "CommandClientTypeRule",
        "SkuRule", "PageRule", "OrRule", "OutlookItemTrackingRule", "OutlookRenderTypeRule", "OutlookVersionRule", "HideForTabletExperienceRule",
        "ReferencingAttributeRequiredRule", "RelationshipTypeRule", "DeviceTypeRule", "FeatureControlRule",
    };

    public static readonly IReadOnlySet<string> PrivilegeDepths = new HashSet<string>(StringComparer.Ordinal) { "None", "Basic", "Local", "Deep", "Global" };

    public static readonly IReadOnlySet<string> PrivilegeTypes = new HashSet<string>(StringComparer.Ordinal)
    {
        "Create", "Read", "Write", "Delete", "Assign", "Share", "Append", "AppendTo",
    };

    /// <summary>Whether a custom action may be placed there in the ribbon of that table.</summary>
    public static bool IsPlace(string location, string table)
    {
        var match = Place().Match(location);
        return match.Success && match.Groups["table"].Value == table
            && (match.Groups["where"].Value == "Form" || match.Groups["group"].Value is not ("Save" or "Convert"));
    }

    [GeneratedRegex(@"^Mscrm\.(?<where>Form|HomepageGrid|SubGrid)\.(?<table>[a-z0-9_]+)\.MainTab\.(?<group>Save|Management|Actions|Convert|Collaborate|Workflow|ExportData)\.Controls\._children$")]
    private static partial Regex Place();
}

using smSys.Crm.Organizations;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;

namespace smSys.Plugins.Sending;

/// <summary>Whether a setting may send at all, from here and now.</summary>
public static class SettingCheck
{
    /// <summary>True when the setting was armed for this organisation. A copy of an organisation must not text its customers.</summary>
    public static bool IsArmed(SmsSettingRow setting, OrganizationIdentity organization) =>
        organization.Is(setting.ArmedOrganisationId, setting.ArmedAddress);

    /// <summary>What stands on a setting that was paused because it is not armed.</summary>
    public static Sentence NotArmed { get; } = new(
        "This setting was armed for another organisation or address, so nothing is sent from here. If this is not a copy, arm it again.",
        "این تنظیم برای سازمان یا نشانی دیگری فعال شده است و از اینجا چیزی فرستاده نمی‌شود. اگر اینجا رونوشت نیست، دوباره آن را فعال کنید.");
}

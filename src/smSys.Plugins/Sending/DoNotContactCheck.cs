using smSys.Crm.Sentences;
using smSys.Crm.Tables;

namespace smSys.Plugins.Sending;

/// <summary>
/// Advertising does not go to records on which the platform itself says not to contact, where the setting respects that.
/// </summary>
public static class DoNotContactCheck
{
    /// <summary>Of the refusal.</summary>
    public const string Code = "do-not-contact";

    /// <summary>What people are told.</summary>
    public static Sentence Sentence { get; } = new(
        "The recipient's record says not to contact them with advertising.", "در رکورد گیرنده آمده است که تبلیغات برایش فرستاده نشود.");

    /// <summary>True where the flags of records count.</summary>
    public static bool Applies(SmsSettingRow setting, MessageClass messageClass) =>
        messageClass == MessageClass.Advertising && setting.RespectDoNotContact == true;
}

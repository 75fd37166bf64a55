using smSys.Crm.Tables;
using smSys.Messaging.Keywords;

namespace smSys.Crm.Keywords;

/// <summary>How the texts of a setting's lines are split: its columns <em>Separators</em> and <em>Keep empty words</em>.</summary>
public static class SettingSeparators
{
    /// <summary>Of a setting; without one the usual.</summary>
    public static SeparatorSet Of(SmsSettingRow? setting) => SeparatorSet.Parse(setting?.Separators, setting?.KeepEmptyWords ?? false);
}

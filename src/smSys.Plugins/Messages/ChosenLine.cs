using smSys.Crm.Tables;

namespace smSys.Plugins.Messages;

/// <summary>The line a message goes out from, and the setting it belongs to.</summary>
public sealed record ChosenLine(SmsNumberRow Line, SmsSettingRow Setting);

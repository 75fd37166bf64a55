using smSys.Crm.Tables;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Tests;

/// <summary>Complete and correct things; a test changes what it is about.</summary>
internal static class Some
{
    public static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    public static readonly FenceToken Token = FenceToken.Of(new Guid("6b29fc40-ca47-1067-b31d-00dd010662da"));

    public static SmsRow Sms(Action<SmsRow>? change = null)
    {
        var sms = new SmsRow(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"))
        {
            StatusCode = Crm.Tables.Sms.Status.Queued,
            Direction = Direction.Outgoing,
            PhoneNumber = "989123456789",
            Text = "سلام",
            MessageClass = MessageClass.Service,
        };
        change?.Invoke(sms);
        return sms;
    }

    public static SmsSettingRow Setting(Action<SmsSettingRow>? change = null)
    {
        var setting = new SmsSettingRow(new Guid("7c9e6679-7425-40de-944b-e07fc1f90ae7"))
        {
            Statecode = SmsSetting.State.Active,
            Statuscode = SmsSetting.Status.Active,
        };
        change?.Invoke(setting);
        return setting;
    }
}

using Newtonsoft.Json.Linq;
using smSys.Server.Callbacks;
using smSys.Server.Spooling;
using smSys.Server.WebApi;

namespace smSys.Server.Tests.Doubles;

/// <summary>Complete, correct things; a test changes only what it is about.</summary>
internal static class Some
{
    internal const string Processes = "smsys_smsprocesses";
    internal const string Settings = "smsys_smssettings";

    internal static readonly DateTime Now = new(2026, 11, 23, 8, 30, 0, DateTimeKind.Utc);

    internal static CrmOptions Options(TinyCrm crm) => new() { Address = crm.Address, SignIn = CrmSignIn.None, FollowClock = false };

    internal static Guid Process(this TinyCrm crm, DateTime? nextRunOn, Action<JObject>? change = null)
    {
        var row = new JObject
        {
            ["smsys_name"] = "پیگیری تحویل – خط ۳۰۰۰",
            ["smsys_processkind"] = 100000005,
            ["statecode"] = 0,
            ["statuscode"] = 1,
            ["smsys_nextrunon"] = nextRunOn is { } time ? Text(time) : null,
        };
        change?.Invoke(row);
        return crm.Add(Processes, "smsys_smsprocessid", row);
    }

    internal static Guid Setting(this TinyCrm crm, DateTime? lastBeatOn, int state = 0) => crm.Add(
        Settings,
        "smsys_smssettingid",
        new JObject { ["statecode"] = state, ["statuscode"] = state + 1, ["smsys_lastbeaton"] = lastBeatOn is { } time ? Text(time) : null });

    internal static SpoolEntry Push(Guid setting, string body = "from=09121234567&text=%D8%B3%D9%84%D8%A7%D9%85", DateTime? on = null) => new(
        new CallbackTarget(CallbackTarget.Content, "ghasedak", setting),
        new CallbackItem { Id = Guid.NewGuid(), On = on ?? Now, Method = "POST", ContentType = "application/x-www-form-urlencoded", Body = body });

    internal static SpoolEntry Bell(Guid process) => new(
        new CallbackTarget(CallbackTarget.Bell, string.Empty, process),
        new CallbackItem { Id = Guid.NewGuid(), On = Now, Method = "GET" });

    internal static string Text(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}

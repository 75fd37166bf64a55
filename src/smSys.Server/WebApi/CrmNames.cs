namespace smSys.Server.WebApi;

/// <summary>Names and option values of the solution that the server uses; a test holds them against the solution's source.</summary>
internal static class CrmNames
{
    internal const string ProcessSet = "smsys_smsprocesses";
    internal const string ProcessId = "smsys_smsprocessid";
    internal const string SettingSet = "smsys_smssettings";
    internal const string SettingId = "smsys_smssettingid";
    internal const string SettingLookup = "smsys_SettingId";

    internal const string Name = "smsys_name";
    internal const string ProcessKind = "smsys_processkind";
    internal const string NextRunOn = "smsys_nextrunon";
    internal const string RequestedOn = "smsys_requestedon";
    internal const string LastRunOn = "smsys_lastrunon";
    internal const string LeaseUntil = "smsys_leaseuntil";
    internal const string LastBeatOn = "smsys_lastbeaton";
    internal const string Input = "smsys_input";

    internal const int Active = 0;
    internal const int Waiting = 1;
    internal const int Running = 100000000;

    internal const int HeartBeatKind = 100000000;
    internal const int ReceiveKind = 100000004;
    internal const int TrackKind = 100000005;

    /// <summary>Characters that the input column holds.</summary>
    internal const int InputLength = 100_000;
}

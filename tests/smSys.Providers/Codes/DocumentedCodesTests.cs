using smSys.Messaging.Providers;
using smSys.Providers.Asanak;
using smSys.Providers.Atieh;
using smSys.Providers.BSms;
using smSys.Providers.Codes;
using smSys.Providers.Ghasedak;
using smSys.Providers.Http;
using smSys.Providers.Kavenegar;
using smSys.Providers.MehrAfraz;
using smSys.Providers.ParsGreen;
using smSys.Providers.PayamakPanel;
using smSys.Providers.Rahyab;
using smSys.Providers.Tooba;

namespace smSys.Providers.Tests.Codes;

/// <summary>
/// The codes that the providers' documents name, copied from them and not from the tables: a table without one of them has
/// forgotten it. What each means is tested beside its adapter.
/// </summary>
public sealed class DocumentedCodesTests
{
    public static TheoryData<string, string> Errors => new()
    {
        { "asanak", "429 1001 1002 1003 1004 1005 1006 1008 1009 1010 1012 1013 1014 1015" },
        { "atieh", "1 2 3 5 7 10 15" },
        { "ghasedak", "400 401" },
        { "kavenegar", "401 403 407 409 411 412 413 414 418 419" },
        { "mehrafraz", "-1 -2 -3 -4 -5 -6 -9 -21 -44 -45 -46 -54" },
        { "parsgreen", "-1 -64" },
        { "payamakpanel", "0 2 3 4 5 6 7 8 9 10 11 12 14 15 35 -1 -2 -3 -4 -5 -6 -7" },
        { "rahyab/panel", "0 2 3 4 5 6 7 8 9 100" },
        {
            "tooba",
            "-1 -3 -5 -6 -8 -10 -11 -12 -13 -14 -15 -16 -17 -24 -30 -31 -32 -33 -34 -35 -36 -37 -38 -39 -40 -41 -42 -43 -44 -45 -46 -47 -48 -49"
        },
    };

    public static TheoryData<string, string> States => new()
    {
        { "asanak", "-1 1 2 4 5 6 7 8 9 10 11 12 13 20" },
        { "atieh", "DELIVERED PENDING UNDELIVERABLE" },
        { "ghasedak", "0 1 2 3 4 5 6 7 8" },
        { "kavenegar", "1 2 4 5 6 10 11 13 14 50 100" },
        { "mehrafraz", "0 1 2 3 4 5 6 7 8 12 16" },
        { "parsgreen", "40 41 42 43 44 45 46 47" },
        { "payamakpanel", "0 1 2 3 5 8 16 35 100 200 300 400 500" },
        { "rahyab", "-1 0 2 5 9" },
        { "tooba", "1 2 5 9 -39 -40 -41" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Every_documented_error_stands_in_the_table_and_no_other_is_guessed(string kind, string codes)
    {
        FaultTable table = ErrorsOf(kind);

        Assert.All(codes.Split(' '), code => Assert.True(table.Knows(code), kind + " has no row for " + code));
        ProviderFault fault = table.Fault("4711", "کلمات ارائه‌دهنده", new SecretMask([]));
        Assert.Equal((ProviderFaultKind.Unclear, "4711", "کلمات ارائه‌دهنده"), (fault.Kind, fault.Code, fault.Words));
    }

    [Theory]
    [MemberData(nameof(States))]
    public void Every_documented_state_stands_in_the_table_and_no_other(string kind, string codes)
    {
        StateTable table = StatesOf(kind);

        Assert.Equal(codes.Split(' ').Order(StringComparer.Ordinal), table.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));
        Assert.Equal(DeliveryStateKind.Unknown, table.Judge("4711"));
    }

    [Fact]
    public void Every_adapter_with_a_table_of_its_own_is_named_above()
    {
        string[] errors = [.. Errors.Select(row => (string)row[0]), "rahyab"];

        // B sms has payamak-panel's table, and a described provider the administrator's; Rahyab's sentences are in its own test.
        Assert.Equal(ProviderCatalog.Kinds.Except(["bsms", "http"]).Append("rahyab/panel").Order(StringComparer.Ordinal), errors.Order(StringComparer.Ordinal));
    }

    private static FaultTable ErrorsOf(string kind) => kind switch
    {
        "asanak" => AsanakCodes.Errors,
        "atieh" => AtiehCodes.Errors,
        "ghasedak" => GhasedakCodes.Errors,
        "kavenegar" => KavenegarCodes.Errors,
        "mehrafraz" => MehrAfrazCodes.Errors,
        "parsgreen" => ParsGreenCodes.Errors,
        "payamakpanel" => PayamakPanelCodes.Errors,
        "rahyab/panel" => BSmsCodes.RahyabPanel,
        "tooba" => ToobaCodes.Errors,
        _ => throw new ArgumentException(kind),
    };

    private static StateTable StatesOf(string kind) => kind switch
    {
        "asanak" => AsanakCodes.States,
        "atieh" => AtiehCodes.States,
        "ghasedak" => GhasedakCodes.States,
        "kavenegar" => KavenegarCodes.States,
        "mehrafraz" => MehrAfrazCodes.States,
        "parsgreen" => ParsGreenCodes.States,
        "payamakpanel" => PayamakPanelCodes.States,
        "rahyab" => RahyabCodes.States,
        "tooba" => ToobaCodes.States,
        _ => throw new ArgumentException(kind),
    };
}

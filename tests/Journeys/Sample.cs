namespace Journeys;

/// <summary>A small file of contacts in which every outcome of the simulators stands, by the last digits of the number.</summary>
internal static class Sample
{
    public static readonly string[] Lines =
    [
        "mobilephone,firstname,shoe size,lastname,jobtitle,company",
        "09121111111,مریم,38,احمدی,مدیر فروش,بازرگانی آفتاب",
        "+98 912 222 2222,علی,,علی‌زاده,,\"پخش، دارو و تجهیزات\"",
        "۰۹۱۲۳۳۳۳۳۳۳,كاوه,41,يوسفي,دبیر,\"Alborz, Parts\"",
        "",
        "00989124440002,سارا,,نوری,,",
        "0912-555-0003,رضا,,کاظمی,,",
        "(0912) 6660005,نسرین,,امینی,,",
        "٠٩١٢٧٧٧٠٠٠٦,بابک,,مرادی,,",
        "9121111111,مریم,38,احمدی,,",
        "02188776655,حسن,,صادقی,,",
        "+442071838750,Anna,,Smith,,",
        "شماره ندارد,مینا,,کریمی,,",
        "09128880000,\"لیلا,,باقری,,",
        "09128880001,لیلا,39",
        "   ",
    ];

    /// <summary>What the figures of that file are, at a provider that can be asked by reference.</summary>
    public static readonly IReadOnlyDictionary<string, int> Figures = new Dictionary<string, int>
    {
        ["rows"] = 13,
        ["recipients"] = 7,
        ["invalid"] = 5,
        ["duplicates"] = 1,
        ["accepted"] = 7,
        ["rejected"] = 0,
        ["unknown"] = 0,
        ["delivered"] = 5,
        ["undelivered"] = 1,
        ["blocked"] = 1,
        ["withoutReceipt"] = 0,
        ["waiting"] = 0,
        ["cases"] = 1,
        ["replies"] = 1,
    };

    /// <summary>The same at a provider that cannot be asked, or that tells a late block list as "not delivered".</summary>
    public static IReadOnlyDictionary<string, int> FiguresOf(bool canAsk, bool tellsBlocked)
    {
        var figures = new Dictionary<string, int>(Figures);
        var unclear = canAsk ? 0 : 2;
        figures["unknown"] += unclear;
        figures["accepted"] -= unclear;
        figures["delivered"] -= unclear;
        var untold = tellsBlocked ? 0 : 1;
        figures["blocked"] -= untold;
        figures["undelivered"] += untold;
        return figures;
    }
}

using System;
using System.Collections.Generic;
using smSys.Messaging.Text.Folding;

namespace smSys.Messaging.Delivery;

/// <summary>The words for states that providers' panels use, English and Persian.</summary>
public static class PanelStates
{
    private static readonly Dictionary<string, PanelState> _byWords = Build();

    /// <summary>What words mean. Only words that stand in the table: a guess would settle what nobody knows.</summary>
    public static PanelState Read(string words) =>
        _byWords.TryGetValue(Fold(words), out var state) ? state : PanelState.NotUnderstood;

    internal static string Fold(string words) => TextFold.Fold(words, FoldMode.LettersAndDigits);

    private static Dictionary<string, PanelState> Build()
    {
        var table = new Dictionary<string, PanelState>(StringComparer.Ordinal);
        Add(table, PanelState.Sent, "sent", "accepted", "sent to operator", "sent to telecom", "submitted", "ارسال شده", "ارسال شد", "ارسال به مخابرات", "ارسال شده به مخابرات", "رسیده به مخابرات", "در انتظار رسید");
        Add(table, PanelState.Delivered, "delivered", "delivered to phone", "رسیده", "رسیده به گوشی", "رسیده به گیرنده", "تحویل شده", "تحویل داده شده", "تحویل داده شد");
        Add(table, PanelState.Undelivered, "undelivered", "not delivered", "expired", "نرسیده", "نرسیده به گوشی", "نرسیده به گیرنده", "تحویل نشده", "تحویل داده نشده");
        Add(table, PanelState.Blocked, "blocked", "blacklist", "black list", "بلک لیست", "لیست سیاه", "مسدود", "مسدود شده");
        Add(table, PanelState.NotSent, "not sent", "failed", "rejected", "cancelled", "ارسال نشده", "ارسال نشد", "ناموفق", "لغو شده", "رد شده");
        return table;
    }

    private static void Add(Dictionary<string, PanelState> table, PanelState state, params string[] words)
    {
        foreach (var each in words)
        {
            table[Fold(each)] = state;
        }
    }
}

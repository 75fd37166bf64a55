using System.Collections.Generic;
using smSys.Providers.Wire;

namespace smSys.Providers.PayamakPanel;

/// <summary>Sender lines out of an answer whose exact shape is not documented: elements named Number, or plain texts.</summary>
internal static class PanelLines
{
    public static IReadOnlyList<string> Of(WireNode list)
    {
        var lines = new List<string>();
        foreach (WireNode item in list.Children)
        {
            string text = (item.Children.Count == 0 ? item.Text : item.TextOf("Number") ?? string.Empty).Trim().TrimStart('+');
            if (text.Length > 0 && !lines.Contains(text))
            {
                lines.Add(text);
            }
        }

        return lines;
    }
}

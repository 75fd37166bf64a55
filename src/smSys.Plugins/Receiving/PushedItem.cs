using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Wire;

namespace smSys.Plugins.Receiving;

/// <summary>A push as the server brought it.</summary>
/// <param name="On">When it came, UTC.</param>
/// <param name="Request">As the provider sent it.</param>
public sealed record PushedItem(DateTime On, CallbackRequest Request)
{
    /// <summary>
    /// Reads the input of a process row that carries pushes: JSON with <c>items</c>, each with <c>on</c>, <c>query</c>,
    /// <c>contentType</c> and <c>body</c>. What cannot be read is left out.
    /// </summary>
    /// <param name="input">The column.</param>
    /// <param name="now">Stands for a time that is missing.</param>
    public static IReadOnlyList<PushedItem> Read(string input, DateTime now)
    {
        var items = new List<PushedItem>();
        var list = JsonText.Read(Encoding.UTF8.GetBytes(input))?["items"];
        if (list is null)
        {
            return items;
        }

        foreach (var node in list.Children)
        {
            var on = DateTime.TryParse(
                node.TextOf("on"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : now;
            items.Add(new PushedItem(on, new CallbackRequest
            {
                Query = node.TextOf("query") ?? string.Empty,
                ContentType = node.TextOf("contentType") ?? string.Empty,
                Body = node.TextOf("body") ?? string.Empty,
            }));
        }

        return items;
    }
}

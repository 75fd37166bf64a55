using Newtonsoft.Json;
using smSys.Messaging.Messages;
using smSys.Server.Spooling;

namespace smSys.Server.Callbacks;

/// <summary>
/// Packs the pushes of a closed spool file into carriers, for each setting by itself and in the order they came. The same file
/// gives the same carriers with the same ids, whoever packs it and however often.
/// </summary>
public static class CarrierPacker
{
    /// <summary>The carriers of a file.</summary>
    /// <param name="file">The file's name, which no other file ever has.</param>
    /// <param name="entries">Its entries; bells are left out.</param>
    /// <param name="longest">The most characters of an input.</param>
    public static IReadOnlyList<Carrier> Pack(string file, IReadOnlyList<SpoolEntry> entries, int longest)
    {
        var carriers = new List<Carrier>();
        foreach (var group in entries.Where(entry => entry.Target.Purpose == CallbackTarget.Content).GroupBy(entry => entry.Target))
        {
            var frame = "{\"provider\":" + JsonConvert.ToString(group.Key.Provider) + ",\"setting\":\"" + group.Key.Row.ToString("D") + "\",\"items\":[";
            var room = longest - frame.Length - 2;
            var packed = new List<(CallbackItem Item, string Text)>();
            var length = 0;
            foreach (var item in group.Select(entry => entry.Item))
            {
                var text = JsonConvert.SerializeObject(item);
                if (packed.Count > 0 && length + text.Length + 1 > room)
                {
                    carriers.Add(Close(file, group.Key, frame, packed));
                    packed.Clear();
                    length = 0;
                }

                packed.Add((item, text));
                length += text.Length + 1;
            }

            carriers.Add(Close(file, group.Key, frame, packed));
        }

        return carriers;
    }

    private static Carrier Close(string file, CallbackTarget target, string frame, List<(CallbackItem Item, string Text)> packed)
    {
        var first = packed[0].Item;
        var id = DeterministicId.Create(first.On, "pushes", file, target.Provider, target.Row.ToString("N"), first.Id.ToString("N"));
        var input = frame + string.Join(',', packed.Select(one => one.Text)) + "]}";
        return new Carrier(id, target.Row, target.Provider, [.. packed.Select(one => one.Item.Id)], input);
    }
}

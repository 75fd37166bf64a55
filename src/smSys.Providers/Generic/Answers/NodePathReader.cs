using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace smSys.Providers.Generic.Answers;

/// <summary>
/// Reads the two ways to write a path. JSON: <c>$.data.items[0].id</c>, <c>$['odd name']</c>, <c>$.items[*]</c>, from a row <c>@.id</c>.
/// XML: <c>/Envelope/Body/item[2]/@id</c>, <c>//item</c>, from a row <c>.</c>, <c>./id</c>, <c>./@id</c>.
/// </summary>
internal static class NodePathReader
{
    /// <summary>Null when the text is no such path, and why.</summary>
    public static NodePath? Read(string text, out string problem)
    {
        problem = string.Empty;
        bool isJson = text[0] is '$' or '@';
        var steps = new List<PathStep>();
        bool read = isJson ? ReadJson(text, steps) : ReadXml(text, steps);
        if (!read)
        {
            problem = isJson
                ? "the JSON path \"" + text + "\" cannot be read; write it like $.data.items[0].id, in a row like @.id."
                : "the XML path \"" + text + "\" cannot be read; write it like /answer/items/item[1]/@id, in a row like ./id.";
            return null;
        }

        return new NodePath(isJson, text[0] is '@' or '.', steps);
    }

    private static bool ReadJson(string text, List<PathStep> steps)
    {
        int at = 1;
        while (at < text.Length)
        {
            int start = at + 1;
            if (text[at] == '.')
            {
                int end = text.IndexOfAny(['.', '['], start);
                at = end < 0 ? text.Length : end;
                steps.Add(new PathStep(PathMove.Child, text.Substring(start, at - start)));
                if (start == at)
                {
                    return false;
                }
            }
            else if (text[at] == '[' && text.IndexOf(']', start) is int close && close > start)
            {
                if (Bracket(text.Substring(start, close - start)) is not PathStep step)
                {
                    return false;
                }

                steps.Add(step);
                at = close + 1;
            }
            else
            {
                return false;
            }
        }

        return steps.Take(steps.Count - 1).All(step => step.Move != PathMove.Items);
    }

    private static PathStep? Bracket(string inner)
    {
        if (inner == "*")
        {
            return new PathStep(PathMove.Items);
        }

        if (inner.Length > 2 && inner[0] is '\'' or '"' && inner[inner.Length - 1] == inner[0])
        {
            return new PathStep(PathMove.Child, inner.Substring(1, inner.Length - 2));
        }

        return int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out int position) ? new PathStep(PathMove.Item, Position: position) : null;
    }

    private static bool ReadXml(string text, List<PathStep> steps)
    {
        if (text == ".")
        {
            return true;
        }

        string rest = text[0] == '.' ? text.Substring(1) : text;
        while (rest.Length > 0)
        {
            bool below = rest.StartsWith("//", System.StringComparison.Ordinal);
            if (rest[0] != '/')
            {
                return false;
            }

            rest = rest.Substring(below ? 2 : 1);
            int end = rest.IndexOf('/');
            string part = end < 0 ? rest : rest.Substring(0, end);
            rest = end < 0 ? string.Empty : rest.Substring(end);
            if (part == "text()" && rest.Length == 0 && steps.Count > 0)
            {
                return true;
            }

            if (Named(part, below) is not PathStep step || (step.Name[0] == '@' && rest.Length > 0))
            {
                return false;
            }

            steps.Add(step);
        }

        return true;
    }

    private static PathStep? Named(string part, bool below)
    {
        int position = 0;
        int bracket = part.IndexOf('[');
        if (bracket > 0 && (part[part.Length - 1] != ']'
            || !int.TryParse(part.Substring(bracket + 1, part.Length - bracket - 2), NumberStyles.None, CultureInfo.InvariantCulture, out position)
            || position == 0 || below))
        {
            return null;
        }

        string name = bracket > 0 ? part.Substring(0, bracket) : part;
        bool attribute = name.Length > 0 && name[0] == '@';
        string local = attribute ? name.Substring(1) : name;
        local = local.Substring(local.IndexOf(':') + 1);
        bool fits = local.Length > 0 && local.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');
        return fits ? new PathStep(below ? PathMove.Below : PathMove.Child, attribute ? "@" + local : local, position) : null;
    }
}

namespace CrmSdk.Tests.Surface;

/// <summary>The public API that the official assemblies of 9.0.2.9 and 9.0.2.46 have in common, as far as the stand-ins reach.</summary>
internal sealed class OfficialApi
{
    public static readonly string[] Assemblies = ["Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy", "Microsoft.Xrm.Sdk.Workflow", "System.Activities"];

    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    /// <summary>Type name to its declaration, for example <c>sealed class : System.Attribute</c>.</summary>
    public IReadOnlyDictionary<string, string> Types => _types;

    public static OfficialApi Read(params string[] assemblies)
    {
        var api = new OfficialApi();
        foreach (var assembly in assemblies)
        {
            api.Add(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "OfficialApi", assembly + ".txt")));
        }

        return api;
    }

    /// <summary>Says whether a member stands there; <paramref name="member"/> is <c>Type::name(parameters):result</c> with or without flags.</summary>
    public bool Has(string member) => _members.Contains(member);

    public OfficialApi Without(string member)
    {
        var less = new OfficialApi();
        foreach (var type in _types)
        {
            less._types.Add(type.Key, type.Value);
        }

        less._members.UnionWith(_members);
        Assert.True(less._members.Remove(member), member);
        return less;
    }

    private void Add(IEnumerable<string> lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("type ", StringComparison.Ordinal))
            {
                var bar = line.IndexOf(" | ", StringComparison.Ordinal);
                type = line[5..bar];
                _types.Add(type, line[(bar + 3)..]);
            }
            else if (line.StartsWith("    ", StringComparison.Ordinal))
            {
                var member = type + "::" + line.Trim();
                _members.Add(member);
                _members.Add(member.Split(' ')[0]);
            }
        }
    }
}

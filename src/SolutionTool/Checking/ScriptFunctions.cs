using System.Text;
using Jint;
using Jint.Runtime;
using SolutionTool.Packing;

namespace SolutionTool.Checking;

/// <summary>
/// Finds out whether functions exist in web resources by loading the scripts, in order, into an interpreter with stand-ins for
/// the browser and the client API. Nothing of the page runs but what the scripts do when loaded.
/// </summary>
public sealed class ScriptFunctions(SolutionPackage package)
{
    private const string Browser = """
        var window = globalThis, self = globalThis, parent = globalThis, top = globalThis;
        var Xrm = new Proxy(function () {}, { get: (target, name) => typeof name === 'symbol' ? undefined : Xrm, apply: () => Xrm });
        var document = Xrm, navigator = { userAgent: '' }, location = { href: '', search: '' }, console = Xrm;
        var setTimeout = function () {}, clearTimeout = setTimeout, setInterval = setTimeout, addEventListener = setTimeout;
        """;

    private readonly Dictionary<string, (Engine? Engine, string? Fault)> _loaded = new(StringComparer.Ordinal);

    /// <summary>Null when the function exists after loading these web resources; otherwise a sentence that says why not.</summary>
    public string? Missing(IReadOnlyList<string> libraries, string function)
    {
        var (engine, fault) = Load(libraries);
        if (engine is null)
        {
            return fault;
        }

        try
        {
            var path = string.Join("?.", function.Split('.'));
            return engine.Evaluate($"typeof globalThis?.{path}").ToString() == "function" ? null : $"there is no such function after loading {string.Join(", ", libraries)}.";
        }
        catch (Exception broken) when (broken is JavaScriptException or Acornima.ParseErrorException)
        {
            return $"\"{function}\" is not the name of a function.";
        }
    }

    /// <summary>The sentence that says why one script does not parse, or null.</summary>
    public static string? SyntaxFault(byte[] script)
    {
        try
        {
            Engine.PrepareScript(Text(script));
            return null;
        }
        catch (Exception broken) when (broken is ScriptPreparationException or Acornima.ParseErrorException)
        {
            return (broken.InnerException ?? broken).Message.TrimEnd('.') + ".";
        }
    }

    private (Engine? Engine, string? Fault) Load(IReadOnlyList<string> libraries)
    {
        var key = string.Join("|", libraries);
        if (_loaded.TryGetValue(key, out var known))
        {
            return known;
        }

        var engine = new Engine(options => options.TimeoutInterval(TimeSpan.FromSeconds(10)));
        engine.Execute(Browser);
        foreach (var library in libraries)
        {
            if (WebResourceRules.Content(package, library) is not { } script)
            {
                continue;
            }

            try
            {
                engine.Execute(Text(script));
            }
            catch (Exception broken) when (broken is JavaScriptException or Acornima.ParseErrorException or ExecutionCanceledException or TimeoutException)
            {
                return _loaded[key] = (null, $"the script {library} fails when it is loaded: {broken.Message.TrimEnd('.')}.");
            }
        }

        return _loaded[key] = (engine, null);
    }

    private static string Text(byte[] script) => Encoding.UTF8.GetString(script).TrimStart('\uFEFF');
}

using Browser;

namespace WebResources;

/// <summary>What lies in webresources is held to its own rules by its own tools; these tests run them.</summary>
public class ScriptTests
{
    private static readonly Npm Tools = new("webresources");

    [Fact]
    public void Scripts_keep_the_rules_of_the_platform() => Tools.Run("lint");

    [Fact]
    public void Scripts_use_the_client_API_as_its_types_say() => Tools.Run("types");

    [Fact]
    public void Scripts_do_what_their_tests_say() => Tools.Run("unit");

    [Fact]
    public void Pages_work_in_a_browser_in_both_languages_and_axe_finds_nothing()
    {
        Tools.Run("pages", ("CHROMIUM", Chromium.Demand()));
    }
}

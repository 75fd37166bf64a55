using DevHost;

namespace Bulk.Tests;

/// <summary>The two kinds of providers that matter for never twice and never lost.</summary>
internal static class Providers
{
    /// <summary>Can be asked by our reference whether it has a message.</summary>
    public static readonly LocalProvider Askable = LocalProvider.Of("ghasedak");

    /// <summary>Knows no question by reference.</summary>
    public static readonly LocalProvider Mute = LocalProvider.Of("asanak");
}

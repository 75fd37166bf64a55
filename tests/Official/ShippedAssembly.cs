using System.Activities;
using System.Reflection;
using Microsoft.Xrm.Sdk;

namespace Official.Tests;

/// <summary>smSys.dll as Dynamics loads it.</summary>
internal static class ShippedAssembly
{
    private static readonly Assembly Dll = Assembly.Load("smSys");

    public static IReadOnlyList<Type> PlugIns => Concrete(typeof(IPlugin));

    public static IReadOnlyList<Type> Activities => Concrete(typeof(CodeActivity));

    public static AssemblyName Identity => Dll.GetName();

    private static List<Type> Concrete(Type kind) => Dll.GetTypes().Where(type => type.IsPublic && !type.IsAbstract && kind.IsAssignableFrom(type)).ToList();
}

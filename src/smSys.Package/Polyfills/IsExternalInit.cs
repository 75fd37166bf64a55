namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler accept init accessors and records on .NET Framework 4.6.2.</summary>
internal static class IsExternalInit
{
}

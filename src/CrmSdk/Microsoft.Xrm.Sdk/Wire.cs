namespace Microsoft.Xrm.Sdk
{
    /// <summary>The XML namespaces of the organization service's data contracts.</summary>
    internal static class Wire
    {
        internal const string Contracts = "http://schemas.microsoft.com/xrm/2011/Contracts";

        internal const string Metadata = "http://schemas.microsoft.com/xrm/2011/Metadata";
    }
}

namespace Microsoft.Crm.Sdk
{
    /// <summary>The XML namespace of the business messages' data contracts.</summary>
    internal static class Wire
    {
        internal const string Contracts = "http://schemas.microsoft.com/crm/2011/Contracts";
    }
}

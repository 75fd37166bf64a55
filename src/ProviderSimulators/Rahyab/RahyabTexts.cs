namespace ProviderSimulators.Rahyab;

/// <summary>The service's own sentences, with its full stops.</summary>
internal static class RahyabTexts
{
    public const string AuthenticationFailed = "Error! Authentication Failed.";
    public const string NotActive = "Error! Account is not active.";
    public const string NoCredit = "Error! Credit is not enough.";
    public const string OutOfService = "Error! Server temporarily out of service, please try later.";
    public const string BadLine = "Error! ShortCode is invalid.";
    public const string BadCellphone = "Error! Valid cellphone not found.";
    public const string Blocked = "Error! Valid cellphone not found or maybe blocked.";
    public const string Filtered = "Error! Your message filtered because it has invalid content.";
    public const string BadLength = "Error! Invalid arguments length.";
    public const string SendOk = "Send OK.";
}

namespace ProviderSimulators.PayamakPanel;

/// <summary>The numbers by which a panel of the family says what is wrong; clones change some.</summary>
public sealed record PanelCodes(
    int BadLogin, int NoCredit, int BadLine, int Updating, int NotActive, int BadRecipient, int EmptyText, int TooMany, int Blocked)
{
    /// <summary>payamak-panel itself. For an empty text, a wrong number and too many of them the documents have nothing; 11 and 4 are our choice.</summary>
    public static PanelCodes PayamakPanel { get; } = new(0, 2, 5, 6, 10, 11, 11, 4, 35);

    /// <summary>The white-label panel that Rahyab resells; it has no number for an update, nor one for a block list.</summary>
    public static PanelCodes Rahyab { get; } = new(0, 2, 5, 3, 8, 6, 7, 9, 6);
}

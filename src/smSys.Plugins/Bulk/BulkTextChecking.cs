using smSys.Crm.Audiences;
using smSys.Crm.Metadata;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Plugins.Messages;
using smSys.Plugins.Shell;
using smSys.Plugins.Templates;

namespace smSys.Plugins.Bulk;

/// <summary>
/// Refuses a text typed into a bulk that could not be rendered, with the place and what was probably meant. Names are held
/// against the table of the audience; lists, whose members are known only when they are read, may be of contacts, accounts or
/// leads. A text from a template was judged there.
/// </summary>
[Step("Create", SmsBulk.LogicalName, Stage.PreOperation)]
[Step("Update", SmsBulk.LogicalName, Stage.PreOperation,
    Filters = [SmsBulk.Columns.Text, SmsBulk.Columns.AudienceKind, SmsBulk.Columns.AudienceTable, SmsBulk.Columns.AudienceFetchXml],
    Before = [SmsBulk.Columns.Text, SmsBulk.Columns.AudienceKind, SmsBulk.Columns.AudienceTable, SmsBulk.Columns.AudienceFetchXml])]
public sealed class BulkTextChecking : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var whole = new SmsBulkRow(RequestedState.Merge(services.Before, services.Target));
        if (!services.IsEngine && !string.IsNullOrWhiteSpace(whole.Text))
        {
            new TemplateJudge(new TableShapes(services.System), services.System).DemandFor(whole.Text!, TablesOf(whole));
        }
    }

    private static string[] TablesOf(SmsBulkRow bulk) => bulk.AudienceKind switch
    {
        AudienceKind.SelectedRows when !string.IsNullOrWhiteSpace(bulk.AudienceTable) => [bulk.AudienceTable!],
        AudienceKind.View when TableOf(bulk.AudienceFetchXml) is { } table => [table],
        _ => ["contact", "account", "lead"],
    };

    // A query that cannot be read is for the one who chooses the audience to mend, not a mistake of the text.
    private static string? TableOf(string? fetchXml)
    {
        try
        {
            return AudienceFetch.Parse(fetchXml).Table;
        }
        catch (RefusalException)
        {
            return null;
        }
    }
}

using Microsoft.Xrm.Sdk;
using smSys.Crm.Audiences;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Plugins.Bulk.Freezing;
using smSys.Plugins.Messages;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Bulk;

/// <summary>
/// A number written into <em>test number</em> gets the bulk's text as the first recipient would, as an ordinary single message
/// of whoever wrote it, with every check of one. The bulk itself is not touched.
/// </summary>
[Step("Update", SmsBulk.LogicalName, Stage.PostOperation, Filters = [SmsBulk.Columns.TestNumber])]
public sealed class BulkTesting : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        if (new SmsBulkRow(services.Target).TestNumber is not { } number || string.IsNullOrWhiteSpace(number))
        {
            return;
        }

        var bulk = new BulkAudienceStore(services.System).Read(services.Context.PrimaryEntityId)!;
        var template = bulk.TemplateId is { } id ? TemplateBook.Read(services.User, id.Id) : null;
        var composition = new Composition(services);
        var wanted = new SmsRow { NumberId = bulk.NumberId, SettingId = bulk.SettingId };
        var line = new LineChooser(composition.Lines, composition.Settings).Choose(wanted, services.Context.UserId).Line;
        var message = new SmsRow
        {
            Subject = "Test: " + bulk.Name,
            Text = bulk.Text,
            TemplateId = bulk.TemplateId,
            NumberAsEntered = number,
            NumberId = bulk.NumberId,
            SettingId = bulk.SettingId,
            ReplyNumberId = bulk.ReplyNumberId,
            MessageClass = FrozenTerms.ClassOf(bulk, template, line),
            StateCode = Sms.State.Open,
            StatusCode = Sms.Status.Queued,
        };
        if (First(services, bulk) is { } record)
        {
            message.To = new EntityCollection([new Entity("activityparty") { ["partyid"] = record }]);
        }

        services.User.Create(message.Record);
    }

    /// <summary>The first record of the audience as the user sees it; null for a file.</summary>
    /// <exception cref="RefusalException">There is no audience, or nobody in it.</exception>
    private static EntityReference? First(StepServices services, SmsBulkRow bulk)
    {
        foreach (var part in Audience.Parts(bulk, services.User, services.System))
        {
            var page = part.Read(services.User, AudiencePlace.Start, withNumbers: false, most: 1);
            if (page.Members.Count > 0)
            {
                var first = page.Members[0];
                return first.Table.Length == 0 ? null : new EntityReference(first.Table, first.Id);
            }
        }

        throw new RefusalException(
            "audience-empty",
            "Nobody is in the audience yet, so there is no first recipient to try the text with; choose the audience first.",
            "هنوز مخاطبی نیست تا متن با نخستین گیرنده آزموده شود؛ نخست مخاطبان را انتخاب کنید.");
    }
}

using System;
using smSys.Crm.Bulk;
using smSys.Crm.Consents;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Bulk;
using smSys.Plugins.Accounts;
using smSys.Plugins.Processes;
using smSys.Plugins.Recovering;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>A tick of a partition: as many batches of a bulk as fit into the tick's time.</summary>
public sealed class SendTick : IProcessTick
{
    private static readonly TimeSpan _crowdedWait = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        var services = composition.Services;
        if (process.BulkId is not { } bulkId || composition.Bulks.Read(bulkId.Id) is not { } bulk)
        {
            return TickResult.Over("The bulk is gone; nothing is sent.");
        }

        if (bulk.FrozenOn is null)
        {
            // Its audience is not dealt yet. Whoever freezes the bulk lets its partitions go, or ends them.
            return TickResult.At(services.Clock() + PartitionRules.PauseWait, "Waits until the bulk is frozen.");
        }

        using var account = process.SettingId is { } setting && composition.Accounts.OpenForSending(setting.Id) is { } opened
            ? opened
            : ProcessAccounts.Open(composition, process);
        var limit = account.Setting.PartitionLimit is { } most && most > 0 ? most : PartitionPlan.DefaultLimit;
        if (composition.Partitions.Working(process.SettingId!.Id, process.Id, services.Clock(), limit) >= limit)
        {
            return TickResult.At(services.Clock() + _crowdedWait, "As many partitions of the account as may run at once are at work.");
        }

        new BulkHalts(composition, bulk.Id).Before(bulk, account.Setting, services.Clock());
        var size = new BatchSize(process.BatchSize, account.SendLimit, process.CreateMilliseconds);
        var partition = new Partition(process, composition.Partitions, services.Token, services.Clock);
        var result = Work(composition, bulk, partition, account, size);
        size.WriteInto(result);
        if (!result.IsLost)
        {
            composition.Health.Note(account, services.Clock());
            new BulkTotals(composition).Write(bulkId.Id, services.Clock());
        }

        return result;
    }

    private static TickResult Work(Composition composition, SmsBulkRow bulk, Partition partition, AccountInUse account, BatchSize size)
    {
        var services = composition.Services;
        var reader = new BulkTermsReader(composition, bulk);
        var terms = reader.At(account.Setting);
        var rows = new MessageRows(terms, partition.Id);
        var making = new RowsByAccount(composition, reader, partition.Id, rows, account.Setting);
        var calls = new BatchCalls(account, rows, services.Clock, composition.Accounts.Open);
        var starter = bulk.StartedById is { } user ? services.As(user.Id) : services.System;

        // Labels of options are said in the template's language.
        var values = new RecordValueBook(starter, terms.Template.RequiredPaths, terms.RespectsContactFlags, BulkStore.TemplateLanguageOf(bulk));
        var chunks = new ChunkReader(services.System, partition.Id);
        var screen = new RecipientScreen(terms, composition.Consents, new OperatorBlocks(services.System, services.Clock()));
        var maker = new BatchMaker(terms, chunks, screen, new ValuesAhead(chunks, values, services.Clock, () => NameOf(services, bulk)));
        var lanes = new Lanes(composition, account);
        var doors = new BatchDoors(maker, screen, calls, making, new BulkHalts(composition, bulk.Id), lanes.TakeSlot);
        var sending = new BatchSending(composition, partition, account, terms, doors, size);
        return new PartitionRun(composition, partition, sending, calls, making, account.SingleTimeout).Run();
    }

    private static string NameOf(StepServices services, SmsBulkRow bulk) => bulk.StartedById is { } starter
        && services.System.Find("systemuser", "systemuserid", starter.Id, "fullname")?.GetAttributeValue<string>("fullname") is { } name ? name : "?";
}

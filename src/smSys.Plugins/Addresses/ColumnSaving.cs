using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Faults;
using smSys.Crm.Metadata;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Addresses;

/// <summary>Refuses a number column that does not exist, before the address book would look for it.</summary>
[Step("Create", SmsColumn.LogicalName, Stage.PreValidation)]
[Step("Update", SmsColumn.LogicalName, Stage.PreValidation,
    Filters = [SmsColumn.Columns.RecordTable, SmsColumn.Columns.ColumnName],
    Before = [SmsColumn.Columns.RecordTable, SmsColumn.Columns.ColumnName])]
public sealed class ColumnSaving : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var target = new SmsColumnRow(services.Target);
        var before = new SmsColumnRow(services.Before);
        if (services.Target.Contains(SmsColumn.Columns.RecordTable))
        {
            target.RecordTable = target.RecordTable?.Trim().ToLowerInvariant();
        }

        if (services.Target.Contains(SmsColumn.Columns.ColumnName))
        {
            target.ColumnName = target.ColumnName?.Trim().ToLowerInvariant();
        }

        Demand(services.System, target.RecordTable ?? before.RecordTable ?? string.Empty, target.ColumnName ?? before.ColumnName ?? string.Empty);
    }

    private static void Demand(IOrganizationService system, string table, string column)
    {
        TableShape shape;
        try
        {
            shape = new TableShapes(system).Of(table);
        }
        catch (FaultException<OrganizationServiceFault> fault) when (!CrmFaults.MayHaveWorked(fault))
        {
            // The request is refused whatever the transaction says.
            throw new RefusalException(
                "column-table",
                "The table " + table + " does not exist; write its logical name, for example contact.",
                "جدول " + table + " وجود ندارد؛ نام منطقی آن را بنویسید، برای نمونه contact.");
        }

        if (!shape.Columns.ContainsKey(column))
        {
            throw new RefusalException(
                "column-name",
                "The table " + table + " has no column " + column + "; write its logical name, for example mobilephone.",
                "جدول " + table + " فیلد " + column + " ندارد؛ نام منطقی آن را بنویسید، برای نمونه mobilephone.");
        }
    }
}

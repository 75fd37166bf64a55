using Microsoft.Xrm.Sdk;
using smSys.Crm.Metadata;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Messaging.Keywords;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>Sets columns of the record that was matched, from the places of the pattern.</summary>
public static class ColumnsAction
{
    /// <summary>Sets them; doing it twice writes the same.</summary>
    /// <exception cref="RefusalException">Nobody knows who wrote, nothing is to be set, or a text is no value for its column.</exception>
    public static void Run(KeywordAction action, ActionScene scene)
    {
        if (scene.Sender is not { } record)
        {
            throw new RefusalException(
                "columns-record",
                "No column was set, because nobody knows whose record it would be.",
                "فیلدی تغییر نکرد، چون معلوم نیست فرستنده کدام رکورد است.");
        }

        if (action.Columns.Count == 0)
        {
            throw new RefusalException(
                "columns-missing",
                "The keyword's action names no column to set; write one column = {place} a line.",
                "اقدام کلیدواژه فیلدی ندارد؛ در هر خط بنویسید: فیلد = {نام}.");
        }

        var typed = new TypedColumns(scene.Composition.Services.System, record.LogicalName);
        var change = new Entity(record.LogicalName, record.Id);
        foreach (var column in action.Columns)
        {
            change[column.Column.ToLowerInvariant()] = typed.Value(column.Column, ActionText.Render(column.Template, scene));
        }

        new RowWriter(scene.Composition.Services.System).Update(change);
    }
}

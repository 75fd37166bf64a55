using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Cases;
using smSys.Crm.Metadata;
using smSys.Crm.Sentences;
using smSys.Messaging.Keywords;

namespace smSys.Plugins.Receiving.Actions;

/// <summary>Opens a case for the sender.</summary>
public static class CaseAction
{
    private const string Title = "title";
    private const string Description = "description";

    /// <summary>Opens it, once.</summary>
    /// <exception cref="RefusalException">The sender is no contact or account.</exception>
    public static void Run(KeywordAction action, ActionScene scene)
    {
        if (scene.Sender is not { LogicalName: "contact" or "account" } customer)
        {
            throw new RefusalException(
                "case-customer",
                "No case was opened, because the sender is no contact or account.",
                "موردی باز نشد، چون فرستنده مخاطب یا شرکت نیست.");
        }

        var columns = action.Columns.ToDictionary(
            column => column.Column, column => ActionText.Render(column.Template, scene), StringComparer.OrdinalIgnoreCase);
        var others = columns.Where(pair => pair.Key is not (Title or Description)).ToArray();
        var typed = others.Length == 0 ? null : new TypedColumns(scene.Composition.Services.System, CaseActions.Table);
        var text = scene.Message.Text ?? string.Empty;
        var id = scene.IdOf(action);
        new CaseActions(scene.Composition.Services.System).Open(new NewCase
        {
            Id = id,
            Title = Filled(columns, Title) ?? InboundMessage.Subject(text),
            Description = Filled(columns, Description) ?? Named(scene) ?? text,
            Customer = customer,
            Owner = scene.Line.OwnerId ?? throw new InvalidOperationException("A line always has an owner."),
            Columns = others.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => typed!.Value(pair.Key, pair.Value), StringComparer.Ordinal),
        });
        scene.Case = new EntityReference(CaseActions.Table, id);
    }

    // A place that is called like the column needs no map.
    private static string? Named(ActionScene scene) => scene.Match.Find(Description) is { Length: > 0 } place ? place : null;

    private static string? Filled(System.Collections.Generic.Dictionary<string, string> columns, string name) =>
        columns.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}

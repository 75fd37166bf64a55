using System;
using System.Collections.Generic;

namespace smSys.Messaging.Keywords;

/// <summary>What a keyword can set going.</summary>
public enum KeywordActionKind
{
    /// <summary>A case for the sender, its columns filled by <see cref="KeywordAction.Columns"/>.</summary>
    CreateCase,

    /// <summary>The message, and the case if one was created, goes to <see cref="KeywordAction.Target"/>.</summary>
    Route,

    /// <summary>An SMS back, by <see cref="KeywordAction.TemplateId"/> or <see cref="KeywordAction.Text"/>.</summary>
    Reply,

    /// <summary>The sender wants no more messages.</summary>
    OptOut,

    /// <summary>The sender wants messages again.</summary>
    OptIn,

    /// <summary>Columns of the matched record are set by <see cref="KeywordAction.Columns"/>.</summary>
    SetColumns,

    /// <summary><see cref="KeywordAction.WorkflowId"/> is started on the message.</summary>
    StartWorkflow,

    /// <summary>An e-mail to the sender, by template or text.</summary>
    SendEmail,

    /// <summary>A fax activity to the sender, by template or text.</summary>
    SendFax,

    /// <summary>Rows of a table that belong to the sender are added up, for the texts of the actions that follow.</summary>
    CollectRows,
}

/// <summary>An action of a keyword rule; data only, carried out by the CRM side.</summary>
public sealed record KeywordAction
{
    /// <summary>The row it stands in; part of the id of everything it creates.</summary>
    public required Guid Id { get; init; }

    /// <summary>Actions are carried out from the smallest on.</summary>
    public int Order { get; init; }

    /// <summary>What to do.</summary>
    public required KeywordActionKind Kind { get; init; }

    /// <summary>Only when this holds; null is always.</summary>
    public PlaceCondition? When { get; init; }

    /// <summary>Where to, of a route.</summary>
    public RouteTarget? Target { get; init; }

    /// <summary>The template of a reply, e-mail or fax.</summary>
    public Guid? TemplateId { get; init; }

    /// <summary>The template's source itself, where no template row is named.</summary>
    public string? Text { get; init; }

    /// <summary>Columns to fill.</summary>
    public IReadOnlyList<ColumnText> Columns { get; init; } = [];

    /// <summary>The title of a case, or the subject of an e-mail or fax; a template.</summary>
    public string? Title { get; init; }

    /// <summary>Opting in or out of advertising alone; false: of everything.</summary>
    public bool IsAdvertisingOnly { get; init; }

    /// <summary>The workflow to start.</summary>
    public Guid? WorkflowId { get; init; }
}

/// <summary>A condition on the text of a place: one of the words, folded.</summary>
/// <param name="Place">The name of the place; empty: any word of the text.</param>
/// <param name="Words">At least one.</param>
public sealed record PlaceCondition(string Place, IReadOnlyList<string> Words);

/// <summary>Whom something goes to.</summary>
public enum RouteTargetKind
{
    /// <summary>A user becomes the owner.</summary>
    User,

    /// <summary>A team becomes the owner.</summary>
    Team,

    /// <summary>It is put into a queue.</summary>
    Queue,
}

/// <summary>A user, team or queue.</summary>
public sealed record RouteTarget(RouteTargetKind Kind, Guid Id);

/// <summary>A column and the template of its text, in which the places are values: <c>{{description}}</c>.</summary>
public sealed record ColumnText(string Column, string Template);

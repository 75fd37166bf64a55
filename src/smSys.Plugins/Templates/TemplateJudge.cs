using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Faults;
using smSys.Crm.Metadata;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Keywords;
using smSys.Messaging.Templates;
using smSys.Plugins.Messages;

namespace smSys.Plugins.Templates;

/// <summary>
/// Judges a template before anybody sends with it. With the recipient's table every name is held against it. Without one the
/// template may be for any of the usual recipients, or the answer of a keyword whose places nobody knows yet: then only a name
/// that looks like a slip is refused.
/// </summary>
public sealed class TemplateJudge
{
    private static readonly string[] _usual = ["contact", "account", "lead", "systemuser"];
    private readonly TableShapes _shapes;
    private readonly IOrganizationService _system;
    private HashSet<string>? _places;

    /// <summary>Reads as SYSTEM: names are no secret, and who saves a template need not be who sends it.</summary>
    public TemplateJudge(TableShapes shapes, IOrganizationService system)
    {
        _shapes = shapes;
        _system = system;
    }

    /// <summary>Reads a template's text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="table">The recipient's; empty when it is open.</param>
    /// <exception cref="RefusalException">It cannot be rendered; the sentence holds the place and what was probably meant.</exception>
    public Template Demand(string source, string? table)
    {
        var template = MessageText.Parse(source);
        if (Find(template, table) is { } problem)
        {
            throw TemplateTexts.Refusal(problem);
        }

        return template;
    }

    /// <summary>Reads a text whose recipients are of one of these tables and that answers no keyword.</summary>
    /// <param name="source">The text.</param>
    /// <param name="tables">Of the recipients.</param>
    /// <exception cref="RefusalException">As <see cref="Demand"/>.</exception>
    public void DemandFor(string source, IReadOnlyList<string> tables)
    {
        var template = MessageText.Parse(source);
        if (template.RequiredPaths.All(IsOfAnyRecipient))
        {
            return;
        }

        foreach (var table in tables)
        {
            DemandTable(table);
        }

        if (TemplateCheck.Find(template, tables, _shapes, IsOfAnyRecipient) is { } problem)
        {
            throw TemplateTexts.Refusal(problem);
        }
    }

    // A line of a file has a name and nothing else.
    private static bool IsOfAnyRecipient(TemplatePath path) =>
        TemplateTexts.IsReplyLine(path) || string.Equals(path.Text, "name", StringComparison.Ordinal);

    private TemplateProblem? Find(Template template, string? table)
    {
        if (!string.IsNullOrEmpty(table))
        {
            if (template.RequiredPaths.Count > 0)
            {
                DemandTable(table!);
            }

            return TemplateCheck.Find(template, [table!], _shapes, IsGiven);
        }

        var problem = TemplateCheck.Find(template, _usual, _shapes, IsGiven);
        while (problem is { Suggestion: null, Kind: TemplateProblemKind.Column } && TemplateCheck.IsFirstName(template, problem))
        {
            // A name that is like no column may be the place of a keyword that is still to be written.
            (_places ??= Places()).Add(problem.Found);
            problem = TemplateCheck.Find(template, _usual, _shapes, IsGiven);
        }

        return problem;
    }

    // What a keyword's answer is given beside the sender's record.
    private bool IsGiven(TemplatePath path)
    {
        var first = path.Segments[0].Name;
        return TemplateTexts.IsReplyLine(path) || first is "text" or "case" or "report" || (_places ??= Places()).Contains(first);
    }

    private HashSet<string> Places()
    {
        var query = new QueryExpression(SmsKeyword.LogicalName) { ColumnSet = new ColumnSet(SmsKeyword.Columns.Pattern) };
        query.Criteria.AddCondition(SmsKeyword.Columns.Pattern, ConditionOperator.NotNull);
        var rules = _system.RetrieveMultiple(query).Entities.Select(row => new SmsKeywordRow(row).Pattern ?? string.Empty);
        return new HashSet<string>(rules.SelectMany(rule => KeywordPattern.Parse(rule).Value?.Places ?? []), StringComparer.OrdinalIgnoreCase);
    }

    private void DemandTable(string table)
    {
        try
        {
            _shapes.Of(table);
        }
        catch (FaultException<OrganizationServiceFault> fault) when (!CrmFaults.MayHaveWorked(fault))
        {
            // The request is refused whatever the transaction says.
            throw new RefusalException(
                "template-table",
                "There is no table \"" + table + "\"; write its logical name in the recipient's table, for example contact.",
                "جدولی به نام «" + table + "» نیست؛ نام منطقی آن را در جدول گیرنده بنویسید، برای نمونه contact.");
        }
    }
}

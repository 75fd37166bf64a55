using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Addresses;
using smSys.Crm.Metadata;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Numbers;
using smSys.Messaging.Templates;
using smSys.Messaging.Text;

namespace smSys.Plugins.Messages;

/// <summary>Finds the one recipient of a message: the number that was typed, or that of the record in To.</summary>
public sealed class RecipientFinder
{
    private readonly IOrganizationService _user;
    private readonly NumberColumns _columns;
    private readonly TableShapes _shapes;
    private readonly int _language;
    private ITemplateValues? _values;

    /// <summary>Reads records as the user, who may not see all of them, and the choice of columns as SYSTEM.</summary>
    /// <param name="user">The user.</param>
    /// <param name="system">SYSTEM.</param>
    /// <param name="shapes">As the user.</param>
    /// <param name="language">Of labels in the text; 0: the user's.</param>
    public RecipientFinder(IOrganizationService user, IOrganizationService system, TableShapes shapes, int language = 0)
    {
        _shapes = shapes;
        _language = language;
        _user = user;
        _columns = new NumberColumns(system);
    }

    /// <summary>What the template asked for of the record that was found; nothing when there is no record.</summary>
    public ITemplateValues Values => _values ?? RecordValues.None;

    /// <summary>The recipient of a message that is about to be queued; number and values of the record are one query.</summary>
    /// <param name="message">The message.</param>
    /// <param name="paths">What its template asks for.</param>
    /// <exception cref="RefusalException">None, several, or a number that no SMS can reach.</exception>
    public Recipient Find(SmsRow message, IReadOnlyList<TemplatePath> paths)
    {
        var record = RecordOf(message);
        if (TypedNumber(message) is { } typed)
        {
            _values = record is null ? null : RecordValues.Read(_user, record, paths, _shapes, _language);
            return new Recipient(Parse(typed), typed, record);
        }

        if (record is null)
        {
            throw new RefusalException(
                "recipient-missing",
                "The SMS has no recipient; choose one in To or enter a phone number.",
                "پیامک گیرنده ندارد؛ گیرنده را انتخاب یا شماره تلفن را وارد کنید.");
        }

        return FromRecord(record, paths);
    }

    /// <summary>The number that somebody typed, if any.</summary>
    public static string? TypedNumber(SmsRow message)
    {
        var typed = string.IsNullOrWhiteSpace(message.NumberAsEntered) ? message.PhoneNumber : message.NumberAsEntered;
        return string.IsNullOrWhiteSpace(typed) ? null : typed;
    }

    /// <summary>Reads a typed number.</summary>
    /// <exception cref="RefusalException">It is none.</exception>
    public static PhoneNumber Parse(string typed)
    {
        var result = PhoneNumberParser.ParseMobile(typed);
        return result.IsValid ? result.Number : throw new RefusalException(result.Problem.Code, SentenceOf(result.Problem));
    }

    private static Sentence SentenceOf(NumberProblem problem) =>
        new(NumberProblemText.For(problem, Language.English), NumberProblemText.For(problem, Language.Persian));

    /// <summary>The record in To; null when there is none.</summary>
    /// <exception cref="RefusalException">There are several.</exception>
    public static EntityReference? RecordOf(SmsRow message)
    {
        var parties = message.To?.Entities.ToArray() ?? [];
        if (parties.Length > 1)
        {
            throw new RefusalException(
                "recipient-several",
                "An SMS goes to one recipient; use SMS Bulk for several.",
                "هر پیامک یک گیرنده دارد؛ برای چند گیرنده از پیامک انبوه استفاده کنید.");
        }

        return parties.FirstOrDefault()?.GetAttributeValue<EntityReference>("partyid");
    }

    private Recipient FromRecord(EntityReference record, IReadOnlyList<TemplatePath> paths)
    {
        var columns = _columns.Of(record.LogicalName);
        var values = RecordValues.Read(_user, record, paths, _shapes, _language, columns.ToArray());
        _values = values;
        NumberResult? bad = null;
        foreach (var value in columns.Select(values.Text).Where(value => !string.IsNullOrWhiteSpace(value)))
        {
            var result = PhoneNumberParser.ParseMobile(value);
            if (result.IsValid)
            {
                return new Recipient(result.Number, value!, record);
            }

            bad ??= result;
        }

        throw bad is { } wrong
            ? new RefusalException(wrong.Problem.Code, SentenceOf(wrong.Problem))
            : new RefusalException(
                "number-missing",
                "The recipient has no mobile number; enter one in the recipient's record or in the SMS.",
                "گیرنده شماره همراه ندارد؛ آن را در پرونده گیرنده یا در پیامک وارد کنید.");
    }
}

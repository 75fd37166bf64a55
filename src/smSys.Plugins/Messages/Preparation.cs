using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Consents;
using smSys.Crm.Lines;
using smSys.Crm.Metadata;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Templates;
using smSys.Messaging.Text;
using smSys.Plugins.Receiving;
using smSys.Plugins.Sending;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Messages;

/// <summary>
/// Makes a message ready to be queued, without any network: recipient, text, parts, line and setting, permission, consent.
/// Who sits in front of a screen is refused with one sentence; for everybody else consent is judged again at the claim, which
/// files the message as opted out.
/// </summary>
public sealed class Preparation
{
    private readonly Composition _composition;

    /// <summary>Reads records and templates as the user, everything else as SYSTEM.</summary>
    public Preparation(Composition composition) => _composition = composition;

    private StepServices Services => _composition.Services;

    /// <summary>Prepares.</summary>
    /// <param name="whole">The message as it will be: what is stored and what the request changes.</param>
    /// <param name="change">Where the results are written.</param>
    /// <exception cref="RefusalException">It cannot be sent like this.</exception>
    public void Run(SmsRow whole, SmsRow change)
    {
        var template = whole.TemplateId is { } id ? TemplateBook.Read(Services.User, id.Id) : null;
        var shapes = new TableShapes(Services.User);
        var source = SourceOf(whole, template, shapes);
        var finder = new RecipientFinder(Services.User, Services.System, shapes, template?.Language ?? 0);
        var recipient = finder.Find(whole, source?.RequiredPaths ?? []);
        change.PhoneNumber = recipient.Number.Digits;
        change.NumberAsEntered = Cut(recipient.AsEntered, 100);
        change.RecipientTable = recipient.Record?.LogicalName;
        change.RecipientId = recipient.Record?.Id.ToString("D");
        if (whole.RegardingObjectId is null && recipient.Record is { LogicalName: "contact" or "account" or "lead" } record)
        {
            change.RegardingObjectId = record;
        }

        var chosen = new LineChooser(_composition.Lines, _composition.Settings).Choose(whole, Services.Context.UserId);
        change.ReplyNumberId = new ReplyLineChooser(_composition.Addresses).Choose(whole, recipient.Record, Services.Context.UserId, chosen.Line);
        var text = source is null
            ? whole.Text
            : MessageText.Render(source, template ?? new SmsTemplateRow(), ValuesOf(source, finder.Values, change.ReplyNumberId));
        change.NumberId = chosen.Line.Reference;
        change.SettingId = chosen.Setting.Reference;
        var messageClass = whole.MessageClass ?? template?.MessageClass ?? chosen.Line.MessageClass ?? MessageClass.Service;
        change.MessageClass = messageClass;
        Measure(text is null ? null : MessageText.WithOptOutLine(text, messageClass, chosen.Setting), whole, change);
        change.Lane = whole.Lane ?? Lane.Single;
        change.Direction = Direction.Outgoing;
        if (whole.NotAfter is null && template?.ValidMinutes is { } minutes && minutes > 0)
        {
            change.NotAfter = (whole.NotBefore ?? Services.Clock()).AddMinutes(minutes);
        }

        Price(chosen.Setting, change);
        Permit(chosen, recipient, messageClass, whole);
    }

    // What somebody typed is read like a template, once, here. What the engine made was rendered already: values in it, and what
    // a customer wrote, are text and never code.
    private Template? SourceOf(SmsRow whole, SmsTemplateRow? template, TableShapes shapes)
    {
        if (!string.IsNullOrWhiteSpace(whole.Text))
        {
            return Caller.IsEngineStep(Services.Context)
                ? null
                : TemplateTexts.ParseFor(whole.Text!, RecipientFinder.RecordOf(whole), shapes);
        }

        return template is null ? null : MessageText.Parse(template.Text ?? string.Empty);
    }

    private ITemplateValues ValuesOf(Template source, ITemplateValues record, EntityReference replyLine) =>
        MessageText.AsksForReplyLine(source)
            ? new NamedValues(record).With(TemplateTexts.ReplyLine, _composition.Lines.Read(replyLine.Id)?.Line)
            : record;

    private static void Measure(string? text, SmsRow whole, SmsRow change)
    {
        if (text is null || VisibleText.IsEmpty(text))
        {
            throw new RefusalException(
                "text-missing",
                "The SMS has no text; write one or choose a template.",
                "پیامک متن ندارد؛ متن را بنویسید یا الگویی انتخاب کنید.");
        }

        var measured = SmsText.Measure(text);
        change.Text = text;
        change.Encoding = measured.Encoding == SmsEncoding.Gsm7 ? Crm.Tables.Encoding.GSM7 : Crm.Tables.Encoding.UCS2;
        change.Parts = measured.Parts;
        if (string.IsNullOrWhiteSpace(whole.Subject))
        {
            change.Subject = InboundMessage.Subject(text);
        }
    }

    private static void Price(SmsSettingRow setting, SmsRow change)
    {
        var price = change.Encoding == Crm.Tables.Encoding.GSM7 ? setting.PriceLatin : setting.PricePersian;
        if (price is { } each)
        {
            change.Cost = each * (change.Parts ?? 1);
            change.CostUnit = setting.BalanceUnit;
        }
    }

    private void Permit(ChosenLine chosen, Recipient recipient, MessageClass messageClass, SmsRow whole)
    {
        if (Caller.IsEngineStep(Services.Context))
        {
            return;
        }

        if (!LineAccess.MaySend(Services.System, Services.Context.UserId, chosen.Line.Id))
        {
            throw new RefusalException(
                "line-not-permitted",
                "You may not send from the line " + chosen.Line.Name + "; choose your own line or ask your administrator.",
                "اجازه ارسال از خط " + chosen.Line.Name + " را ندارید؛ خط خود را انتخاب کنید یا از مدیر سامانه بخواهید.");
        }

        var isInteractive = !(whole.IsAutomatic ?? false) && !Services.IsWorkflow;
        if (isInteractive && _composition.Consents.HasOptedOut(recipient.Number.Digits, messageClass))
        {
            throw new RefusalException(
                "opted-out",
                "The recipient does not want messages of this kind.",
                "گیرنده نمی‌خواهد این‌گونه پیامک دریافت کند.");
        }

        if (isInteractive && DoNotContactCheck.Applies(chosen.Setting, messageClass) && recipient.Record is { } record
            && DoNotContact.Among(Services.System, [record]).Count > 0)
        {
            throw new RefusalException(DoNotContactCheck.Code, DoNotContactCheck.Sentence);
        }
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text.Substring(0, most);
}

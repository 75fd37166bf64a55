using System;
using System.Globalization;
using System.IO;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using smSys.Crm.Audiences;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Text;
using smSys.Plugins.Accounts;
using smSys.Plugins.Bulk.Freezing;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Bulk.DryRunning;

/// <summary>What a dry run found, as columns of the bulk, as JSON for the form, and in a few words.</summary>
public sealed class DryRunResult
{
    private readonly PartitionTally _dealt;
    private readonly DryRunTally _tally;
    private readonly FrozenTerms _terms;
    private readonly string _replyLine;
    private readonly string? _earlier;
    private readonly SendingRate _rate;

    /// <summary>A result.</summary>
    /// <param name="dealt">What the dealing counted.</param>
    /// <param name="tally">What rendering counted.</param>
    /// <param name="terms">Text, line, setting.</param>
    /// <param name="replyLine">The digits of the line on which answers arrive.</param>
    /// <param name="earlier">Another bulk that said the same to the same within a day.</param>
    /// <param name="rate">Of the account.</param>
    public DryRunResult(PartitionTally dealt, DryRunTally tally, FrozenTerms terms, string replyLine, string? earlier, SendingRate rate)
    {
        _dealt = dealt;
        _tally = tally;
        _terms = terms;
        _replyLine = replyLine;
        _earlier = earlier;
        _rate = rate;
    }

    /// <summary>What it would cost by the setting's tariff; null where the tariff lacks a price that is needed.</summary>
    public decimal? Price
    {
        get
        {
            var latin = _tally.Parts(isLatin: true);
            var persian = _tally.Parts(isLatin: false);
            return (latin > 0 && _terms.Setting.PriceLatin is null) || (persian > 0 && _terms.Setting.PricePersian is null)
                ? null
                : (latin * (_terms.Setting.PriceLatin ?? 0)) + (persian * (_terms.Setting.PricePersian ?? 0));
        }
    }

    /// <summary>Whether the balance suffices; null where price or balance are not known. An account that counts messages is held against the parts.</summary>
    public bool? BalanceSuffices => _terms.Setting.Balance is not { } balance ? null
        : _terms.Setting.BalanceUnit == BalanceUnit.Messages ? balance >= _tally.Parts(true) + _tally.Parts(false)
        : Price is { } price ? balance >= price : null;

    /// <summary>How long sending would take; without quiet hours.</summary>
    public int Seconds => _rate.For(_tally["send"]).Seconds;

    /// <summary>Above the setting's limit.</summary>
    public bool NeedsApproval => _terms.Setting.ApprovalAbove is { } most && most > 0 && _dealt.Expected > most;

    /// <summary>Writes the columns of the bulk.</summary>
    public void Write(SmsBulkRow change, DateTime now, string digest, Notes notes)
    {
        change.DryRunOn = now;
        change.DryRunResult = Json(notes);
        change.Expected = _dealt.Expected;
        change.SkippedNoNumber = _dealt.NoNumber;
        change.SkippedInvalid = _dealt.Invalid;
        change.SkippedDuplicate = _dealt.Duplicate;
        change.SkippedOptedOut = _tally["opted-out"];
        change.SkippedDoNotContact = _tally["do-not-contact"];
        change.SkippedBlocked = _tally["skipped-blocked"];
        change.SkippedTest = _tally["test-mode"];
        change.SkippedMissingValue = _tally["skipped-missing"];
        change.Skipped = _dealt.Expected - _tally["send"];
        change.TotalParts = (int)Math.Min(int.MaxValue, _tally.Parts(true) + _tally.Parts(false));
        change.Price = Price;
        change.PriceUnit = _terms.Setting.BalanceUnit;
        change.ExpectedSeconds = Seconds;
        change.ApprovalNeeded = NeedsApproval;
        change.AudienceDigest = digest;
        change.PauseNote = null;
    }

    /// <summary>What somebody should know before starting; null when there is nothing.</summary>
    public Sentence? Warning
    {
        get
        {
            var english = new StringBuilder();
            var persian = new StringBuilder();
            var same = AudienceDigests.WarningOf(_earlier ?? string.Empty);
            Say(_earlier is not null, same.English, same.Persian);
            Say(_tally["send"] == 0, "Nobody would get a message.", "به هیچ‌کس پیامکی نمی‌رسد.");
            Say(BalanceSuffices == false, "The balance does not suffice.", "اعتبار کافی نیست.");
            Say(NeedsApproval, "Somebody has to approve so many recipients.", "این تعداد گیرنده تأیید می‌خواهد.");
            return english.Length == 0 ? null : new Sentence(english.ToString().Trim(), persian.ToString().Trim());

            void Say(bool isTrue, string one, string other)
            {
                if (isTrue)
                {
                    english.Append(one).Append(' ');
                    persian.Append(other).Append(' ');
                }
            }
        }
    }

    /// <summary>The result in a few words.</summary>
    public Sentence Summary
    {
        get
        {
            var skipped = _dealt.Expected - _tally["send"];
            var parts = _tally.Parts(true) + _tally.Parts(false);
            return new Sentence(
                English(skipped, parts),
                Format(Language.Persian, "{0} گیرنده؛ {1} نفر در مجموع {2} بخش دریافت می‌کنند و {3} نفر کنار گذاشته می‌شوند. هزینه {4}، حدود {5} ثانیه. پاسخ‌ها به {6} می‌رسد.", skipped, parts));
        }
    }

    private string English(int skipped, long parts) => Format(
        Language.English,
        "{0} " + One(_dealt.Expected, "recipient", "recipients") + ", {1} " + One(_tally["send"], "gets", "get") + " a message of {2} " + One(parts, "part", "parts") + " in all, {3} "
            + One(skipped, "is", "are") + " left out. Price {4}, about {5} " + One(Seconds, "second", "seconds") + ". Answers arrive on {6}.",
        skipped,
        parts);

    private static string One(long count, string one, string more) => count == 1 ? one : more;

    private string Format(Language language, string words, int skipped, long parts)
    {
        return string.Format(CultureInfo.InvariantCulture, words, Say(_dealt.Expected), Say(_tally["send"]), Say(parts), Say(skipped), PriceIn(language), Say(Seconds), _replyLine);

        string Say(decimal number) => Figures.Of(number, language);
    }

    private string PriceIn(Language language) => Price is { } known ? Amounts.Of(known, _terms.Setting.BalanceUnit).In(language)
        : language == Language.Persian ? "نامعلوم" : "unknown";

    private string Json(Notes notes)
    {
        using var stream = new MemoryStream();
        using (var json = JsonReaderWriterFactory.CreateJsonWriter(stream, new UTF8Encoding(false), false))
        {
            json.WriteStartElement("root");
            json.WriteAttributeString("type", "object");
            Number(json, "recipients", _dealt.Expected);
            Number(json, "send", _tally["send"]);
            Number(json, "noMobile", _dealt.NoNumber);
            Number(json, "invalid", _dealt.Invalid);
            Number(json, "duplicates", _dealt.Duplicate);
            Number(json, "optedOut", _tally["opted-out"]);
            Number(json, "doNotContact", _tally["do-not-contact"]);
            Number(json, "blockedBefore", _tally["blocked-before"]);
            Number(json, "skippedForBlockList", _tally["skipped-blocked"]);
            Number(json, "skippedForTestMode", _tally["test-mode"]);
            Number(json, "missingValues", _tally["missing"]);
            Number(json, "skippedForMissingValues", _tally["skipped-missing"]);
            Word(json, "missingValuePolicy", _terms.Missing.ToString());
            Group(json, "missingByValue", "missing:");
            Group(json, "latinParts", "latin:");
            Group(json, "persianParts", "persian:");
            Group(json, "unicodeForcedBy", "unicode:", key => NameOf(key, notes.Language));
            Number(json, "price", Price);
            Word(json, "priceUnit", _terms.Setting.BalanceUnit?.ToString());
            Number(json, "balance", _terms.Setting.Balance);
            Word(json, "balanceSuffices", BalanceSuffices is { } suffices ? (suffices ? "yes" : "no") : "unknown");
            Number(json, "seconds", Seconds);
            Word(json, "secondsBy", WordOf(_rate.For(_tally["send"]).Basis));
            Word(json, "replyLine", _replyLine);
            Word(json, "approval", NeedsApproval ? "needed" : "not needed");
            Word(json, "summary", notes.Say(Summary));
            json.WriteEndElement();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string WordOf(RateBasis basis) => basis switch
    {
        RateBasis.Pace => "pace",
        RateBasis.Measured => "measured",
        _ => "rule of thumb",
    };

    // What was counted before this version is a name already.
    private static string NameOf(string key, Language language) =>
        int.TryParse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codePoint) ? CharacterNames.Of(codePoint, language) : key;

    private void Group(XmlWriter json, string name, string group, Func<string, string>? nameOf = null)
    {
        json.WriteStartElement(name);
        json.WriteAttributeString("type", "array");
        foreach (var pair in _tally.Of(group))
        {
            json.WriteStartElement("item");
            json.WriteAttributeString("type", "object");
            Word(json, "name", nameOf is null ? pair.Key : nameOf(pair.Key));
            Number(json, "recipients", pair.Value);
            json.WriteEndElement();
        }

        json.WriteEndElement();
    }

    private static void Number(XmlWriter json, string name, decimal? value)
    {
        json.WriteStartElement(name);
        json.WriteAttributeString("type", value is null ? "null" : "number");
        if (value is { } number)
        {
            json.WriteString(number.ToString(CultureInfo.InvariantCulture));
        }

        json.WriteEndElement();
    }

    private static void Word(XmlWriter json, string name, string? value)
    {
        json.WriteStartElement(name);
        json.WriteAttributeString("type", value is null ? "null" : "string");
        if (value is not null)
        {
            json.WriteString(value);
        }

        json.WriteEndElement();
    }
}

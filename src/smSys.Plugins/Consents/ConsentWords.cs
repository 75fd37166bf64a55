using Microsoft.Xrm.Sdk;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Consent;
using smSys.Messaging.Messages;
using smSys.Messaging.Numbers;
using smSys.Plugins.Receiving.Actions;

namespace smSys.Plugins.Consents;

/// <summary>
/// The words of a setting by which customers switch messages off and on, by language; without any, the usual ones. They hold for
/// every line of the setting, before its keyword rules.
/// </summary>
public sealed class ConsentWords
{
    private readonly SmsSettingRow _setting;
    private readonly OptOutWords _words;

    /// <summary>Of a setting.</summary>
    public ConsentWords(SmsSettingRow setting)
    {
        _setting = setting;
        _words = OptOutWords.Of(setting.OptOutWords, setting.OptInWords);
    }

    /// <summary>The word that a text is; null when it says nothing about consent.</summary>
    public ConsentWord? Find(string text) => _words.Find(text);

    /// <summary>
    /// Writes the decision and queues its confirmation, which goes out although its recipient has just opted out.
    /// </summary>
    /// <exception cref="RefusalException">The number has had its automatic answers for this hour, or can have none.</exception>
    public void Act(Composition composition, SmsRow message, SmsNumberRow line, EntityReference? sender, ConsentWord word)
    {
        var isOut = word.Request == ConsentRequest.OptOut;
        ConsentBySms.Write(composition, message, sender, isOut ? ConsentState.OptedOut : ConsentState.OptedIn, isAdvertisingOnly: false);
        var number = PhoneNumberParser.ParseMobile("+" + message.PhoneNumber);
        if (!number.IsValid)
        {
            return;
        }

        ReplyBudget.Demand(composition, message, _setting);
        var reply = new SmsRow(DeterministicId.Create(DeterministicId.TimeOf(message.Id), "consent-confirmation", message.Id.ToString("N")))
        {
            Text = Confirmation(isOut, word.Language),
        };
        ReplyAction.Queue(composition, reply, message, line, number.Number, sender);
    }

    private string Confirmation(bool isOut, string language)
    {
        if (LanguageLines.Find(isOut ? _setting.OptOutReply : _setting.OptInReply, language) is { } chosen)
        {
            return chosen;
        }

        var isEnglish = language == "en" || (language != "fa" && _setting.Language == 1033);
        return isOut
            ? (isEnglish ? "You will get no more messages from us." : "از این پس پیامکی از ما دریافت نمی‌کنید.")
            : (isEnglish ? "You will get our messages again." : "دوباره پیامک‌های ما را دریافت می‌کنید.");
    }
}

using System;
using smSys.Crm.Lines;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;

namespace smSys.Plugins.Messages;

/// <summary>Chooses the line of a message: the one named, else the user's own, else one of their teams', else that of the setting named or of the default one.</summary>
public sealed class LineChooser
{
    private readonly LineReader _lines;
    private readonly SettingReader _settings;

    /// <summary>Reads as SYSTEM.</summary>
    public LineChooser(LineReader lines, SettingReader settings)
    {
        _lines = lines;
        _settings = settings;
    }

    /// <summary>Chooses.</summary>
    /// <exception cref="RefusalException">There is no line, or it belongs to no active setting.</exception>
    public ChosenLine Choose(SmsRow message, Guid userId)
    {
        var line = Named(message) ?? Own(message, userId) ?? OfSetting(message);
        var setting = line?.SettingId is { } id ? _settings.Read(id.Id) : null;
        if (line is null || setting is null || setting.Statecode != SmsSetting.State.Active || line.Statecode != SmsNumber.State.Active)
        {
            throw new RefusalException(
                "line-missing",
                "There is no active line to send from; choose a line, or ask your administrator for a default SMS setting.",
                "خط فعالی برای ارسال نیست؛ خطی انتخاب کنید یا از مدیر سامانه تنظیم پیش‌فرض پیامک بخواهید.");
        }

        return new ChosenLine(line, setting);
    }

    private SmsNumberRow? Named(SmsRow message) => message.NumberId is { } line ? _lines.Read(line.Id) : null;

    // Who names a setting wants that setting, whatever lines are their own.
    private SmsNumberRow? Own(SmsRow message, Guid userId) =>
        message.NumberId is null && message.SettingId is null ? _lines.ReadOwn(userId) ?? _lines.ReadOfTeams(userId) : null;

    private SmsNumberRow? OfSetting(SmsRow message)
    {
        if (message.NumberId is not null)
        {
            return null;
        }

        var setting = message.SettingId is { } id ? _settings.Read(id.Id) : _settings.ReadDefault();
        if (setting is null)
        {
            return null;
        }

        return setting.DefaultNumberId is { } line ? _lines.Read(line.Id) : _lines.ReadFirstOf(setting.Id);
    }
}

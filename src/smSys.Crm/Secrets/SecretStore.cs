using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;

namespace smSys.Crm.Secrets;

/// <summary>
/// Keeps the passwords of accounts, sealed, in a table that no role may touch. Give it the service of SYSTEM.
/// </summary>
public sealed class SecretStore
{
    private readonly IOrganizationService _system;
    private readonly SecretSeal _seal;

    /// <summary>Works as SYSTEM.</summary>
    public SecretStore(IOrganizationService system, SecretSeal seal)
    {
        _system = system;
        _seal = seal;
    }

    /// <summary>What is said when a password is there but was typed for another account.</summary>
    public static RefusalException TypeAgain() => new(
        "secret-again",
        "Provider, address, user name or where the options lead is not what the password was typed for, and a password is given to nobody else; type it again in New password or key.",
        "سرویس‌دهنده، نشانی، نام کاربری یا مقصدهای گزینه‌ها همان نیست که گذرواژه برایش نوشته شده است و گذرواژه به دیگری داده نمی‌شود؛ آن را دوباره در «گذرواژه یا کلید تازه» بنویسید.");

    /// <summary>Stores the password of a setting in place of the one before.</summary>
    /// <param name="settingId">The setting.</param>
    /// <param name="binding">See <see cref="SecretBinding"/>.</param>
    /// <param name="secret">The password or key.</param>
    public void Store(Guid settingId, string binding, string secret)
    {
        var closed = _seal.Close(secret, binding);
        if (Find(settingId) is { } stored)
        {
            _system.Update(new SmsSecretRow(stored.Id) { Secret = closed }.Record);
            return;
        }

        _system.Create(new SmsSecretRow
        {
            Name = settingId.ToString("D"),
            SettingId = new EntityReference(SmsSetting.LogicalName, settingId),
            Secret = closed,
        }.Record);
    }

    /// <summary>The password of a setting that was read; empty when none was typed. One that was stored before there were seals is sealed now.</summary>
    /// <exception cref="RefusalException">It was typed for another account (<see cref="TypeAgain"/>).</exception>
    public string Read(SmsSettingRow setting)
    {
        var stored = Find(setting.Id)?.Secret ?? string.Empty;
        var binding = SecretBinding.Of(setting);
        if (stored.Length > 0 && !SecretSeal.IsSealed(stored))
        {
            Store(setting.Id, binding, stored);
            return stored;
        }

        return stored.Length == 0 ? stored : _seal.Open(stored, binding) ?? throw TypeAgain();
    }

    private SmsSecretRow? Find(Guid settingId)
    {
        var query = new QueryExpression(SmsSecret.LogicalName) { ColumnSet = new ColumnSet(SmsSecret.Columns.Secret) };
        query.Criteria.AddCondition(SmsSecret.Columns.SettingId, ConditionOperator.Equal, settingId);
        return _system.First(query) is { } row ? new SmsSecretRow(row) : null;
    }
}

using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Deploy.CommandLine;

namespace smSys.Deploy.Configuring;

/// <summary>An account at a provider with its first line, as the form would make them. Run again, it updates the same rows.</summary>
public sealed class FirstSetting
{
    private readonly Dictionary<string, object> _setting = new Dictionary<string, object>(StringComparer.Ordinal);

    private FirstSetting(string name, ProviderKind provider, string line)
    {
        Name = name;
        Line = line;
        _setting[SmsSetting.Columns.Name] = name;
        _setting[SmsSetting.Columns.ProviderKind] = new OptionSetValue((int)provider);
    }

    public string Name { get; }

    public string Line { get; }

    /// <param name="secret">The provider's password or key; the organisation moves it out of the row on arrival. Null keeps the one that is there.</param>
    /// <exception cref="BadArgumentsException">An option is missing, or the provider is unknown.</exception>
    public static FirstSetting From(Arguments arguments, string? secret)
    {
        var kind = arguments.Required("provider");
        if (!Enum.GetNames(typeof(ProviderKind)).Contains(kind, StringComparer.OrdinalIgnoreCase))
        {
            throw new BadArgumentsException($"There is no provider {kind}. Known: {string.Join(", ", Enum.GetNames(typeof(ProviderKind)))}.");
        }

        var provider = (ProviderKind)Enum.Parse(typeof(ProviderKind), kind, ignoreCase: true);
        var setting = new FirstSetting(arguments.Required("setting"), provider, arguments.Required("line"));
        setting.Set(SmsSetting.Columns.Address, arguments.Optional("address"));
        setting.Set(SmsSetting.Columns.UserName, arguments.Optional("user"));
        setting.Set(SmsSetting.Columns.Account, arguments.Optional("account"));
        setting.Set(SmsSetting.Columns.NewSecret, secret);
        return setting;
    }

    public void Write(IOrganizationService service, TextWriter output)
    {
        var setting = new Entity(SmsSetting.LogicalName);
        foreach (var column in _setting)
        {
            setting[column.Key] = column.Value;
        }

        var settingId = Save(service, setting, SmsSetting.Columns.Name, Name);
        var line = new Entity(SmsNumber.LogicalName)
        {
            [SmsNumber.Columns.Name] = Line,
            [SmsNumber.Columns.Line] = Line,
            [SmsNumber.Columns.SettingId] = new EntityReference(SmsSetting.LogicalName, settingId),
        };
        var lineId = Save(service, line, SmsNumber.Columns.Line, Line);
        service.Update(new Entity(SmsSetting.LogicalName, settingId)
        {
            [SmsSetting.Columns.DefaultNumberId] = new EntityReference(SmsNumber.LogicalName, lineId),
        });
        output.WriteLine($"Setting {Name} sends from line {Line}. Run a test connection on its form before anything else.");
    }

    private static Guid Save(IOrganizationService service, Entity row, string keyColumn, string key)
    {
        var query = new QueryByAttribute(row.LogicalName) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.AddAttributeValue(keyColumn, key);
        var there = service.RetrieveMultiple(query).Entities.FirstOrDefault();
        if (there is null)
        {
            return service.Create(row);
        }

        row.Id = there.Id;
        service.Update(row);
        return row.Id;
    }

    private void Set(string column, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _setting[column] = value!;
        }
    }
}

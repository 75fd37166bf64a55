using CrmEmulator;
using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using CrmEmulator.Time;
using CrmEmulator.Workflows;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Activities.Tests;

/// <summary>A process that is repeated after a disturbance queues nothing twice, and its steps do not take each other's messages for their own.</summary>
public sealed class RepeatedStepTests : IDisposable
{
    private const int TwoSteps = 2;

    private readonly string _file = Path.Combine(Path.GetTempPath(), "smsys-step-" + Guid.NewGuid().ToString("N") + ".db");
    private readonly OrganizationClock _clock = OrganizationClock.Manual(StepScene.Start);
    private readonly ManualResetEventSlim _released = new(false);
    private Organization _crm;
    private Task _ending = Task.CompletedTask;
    private int _left;
    private bool _after;

    public RepeatedStepTests()
    {
        _crm = Open();
        _crm.ImportSolution(ShippedSolution.Zip);
    }

    public void Dispose()
    {
        _released.Set();
        _crm.Dispose();
        _released.Dispose();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_file) + "*"))
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task An_operation_that_is_killed_at_a_message_and_repeated_makes_each_message_once(int message, bool after)
    {
        Enter();
        (_left, _after) = (message, after);
        _crm.Async.RunUntilQuiet();
        Assert.Equal(0, _left);
        await _ending;

        _clock.Advance(TimeSpan.FromMinutes(7));
        _crm = Open();
        _crm.Async.RunUntilQuiet();

        var messages = Messages();
        Assert.Equal(["دوم", "نخست"], messages.Select(row => row.Text!).Order(StringComparer.Ordinal));
        Assert.Equal(TwoSteps, messages.Select(row => row.Id).Distinct().Count());
        Assert.Single(Jobs(), job => job.GetAttributeValue<OptionSetValue>("statuscode").Value == 30);
    }

    [Fact]
    public void Another_operation_of_the_same_process_makes_messages_of_its_own()
    {
        Enter();
        Enter();

        _crm.Async.RunUntilQuiet();

        Assert.Equal(2 * TwoSteps, Messages().Count);
    }

    private Organization Open() => Organization.Open(new OrganizationOptions { DataFile = _file, Clock = _clock, Execution = new ExecutionOptions { OnCall = See } });

    /// <summary>An account with a line, a process with two steps that send, and a contact whose creation starts it.</summary>
    private void Enter()
    {
        var admin = _crm.ServiceFor(_crm.AdministratorId);
        if (admin.RetrieveMultiple(new QueryExpression(SmsSetting.LogicalName)).Entities.Count == 0)
        {
            var setting = admin.Create(new SmsSettingRow { Name = "account", ProviderKind = ProviderKind.Ghasedak, Address = "http://ghasedak.sim.test/" }.Record);
            admin.Create(new SmsNumberRow { Line = "30001234", SettingId = new EntityReference(SmsSetting.LogicalName, setting) }.Record);
            _crm.Workflows.Define(new WorkflowScript { Id = Guid.NewGuid(), Name = "welcome", Table = "contact", OnCreate = true, Steps = [Send("نخست"), Send("دوم")] });
        }

        admin.Create(new Entity("contact") { ["lastname"] = "رضایی", ["mobilephone"] = "0912 345 6789" });
    }

    private static WorkflowScriptStep Send(string text) => new()
    {
        Activity = "smSys.Activities.Sending.QueueSms",
        Arguments = new Dictionary<string, object?> { ["Contact"] = new Dictionary<string, object?> { ["row"] = true }, ["Text"] = text },
    };

    private IReadOnlyList<SmsRow> Messages() =>
        [.. _crm.ServiceFor(_crm.SystemUserId).RetrieveMultiple(new QueryExpression(Sms.LogicalName) { ColumnSet = new ColumnSet(true) }).Entities.Select(row => new SmsRow(row))];

    private IEnumerable<Entity> Jobs()
    {
        var query = new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet("statuscode") };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, "welcome");
        return _crm.ServiceFor(_crm.SystemUserId).RetrieveMultiple(query).Entities;
    }

    /// <summary>Ends the process that holds the organisation at the k-th message a step makes: the call never returns.</summary>
    private void See(CallPoint point)
    {
        if (_left == 0 || point is not { Name: "Create", Table: Sms.LogicalName } || point.IsAfter != _after
            || !point.TypeName.StartsWith("smSys.Activities.", StringComparison.Ordinal) || --_left > 0)
        {
            return;
        }

        _ending = Task.Run(_crm.Dispose);
        _released.Wait();
        throw new InvalidOperationException("The process was killed here.");
    }
}

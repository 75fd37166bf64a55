using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Processes;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated.Bulk;

/// <summary>Freezing ends in the same rows whatever stops it, and in a safe state whatever is wrong.</summary>
public class FreezeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_call_it_ends_in_the_same_rows(bool after)
    {
        var crash = new CrashAt();
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions { OnCall = crash.See, CheckContracts = false });
        var scene = new AudienceScene(organization);
        var members = Enumerable.Range(0, 30).Select(i => organization.Contact(i % 10 == 0 ? "1" : "0912100" + (i % 25).ToString("0000", null))).ToArray();
        var list = scene.List(members);
        var wanted = Frozen(scene, Start(scene, list));
        var wrong = new List<string>();
        for (var call = 1; call <= 60; call++)
        {
            var bulk = scene.Bulk(row => (row.AudienceKind, row.Partitions) = (AudienceKind.MarketingLists, 3));
            scene.Add(bulk, list);
            organization.Admin.Update(new SmsBulkRow(bulk) { Statecode = SmsBulk.State.Active, Statuscode = SmsBulk.Status.Ready }.Record);
            crash.Arm(call, after);
            scene.Tick(ProcessKind.Freeze, bulk);
            var killed = crash.HasHappened;
            organization.Clock.Advance(TimeSpan.FromMinutes(4));
            scene.GoOn(bulk);
            scene.Tick(ProcessKind.Freeze, bulk);
            if (Frozen(scene, bulk) != wanted)
            {
                wrong.Add($"call {call}{(killed ? string.Empty : ", never reached")}: {Frozen(scene, bulk)}");
            }

            if (!killed)
            {
                Assert.True(call > 30, $"Only {call} calls were tried.");
                break;
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_bulk_above_the_limit_waits_for_approval()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { ApprovalAbove = 1 }.Record);
        var scene = new AudienceScene(organization);
        var bulk = scene.BulkOf(scene.List(organization.Contact("09121000001"), organization.Contact("09121000002")));

        var frozen = scene.Freeze(bulk);

        Assert.Equal((SmsBulk.Status.AwaitingApproval, true), (frozen.Statuscode!.Value, frozen.ApprovalNeeded));
        Assert.All(scene.Partitions(bulk), partition => Assert.Null(partition.NextRunOn));
    }

    [Fact]
    public async Task A_freezing_that_somebody_ended_too_early_is_begun_again_by_itself()
    {
        EngineOrganization? present = null;
        var isEnded = false;
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions
        {
            OnCall = point =>
            {
                if (present is not null && !isEnded && point is { Name: "Update", Table: SmsBulk.LogicalName, IsAfter: true }
                    && point.TypeName.EndsWith(".ProcessRequested", StringComparison.Ordinal))
                {
                    isEnded = true;
                    present.System.Update(new SmsProcessRow(point.OnRowId) { Statecode = SmsProcess.State.Inactive, Statuscode = SmsProcess.Status.Finished }.Record);
                    throw new InvalidOperationException("The platform ended this step.");
                }
            },
        });
        present = organization;
        var scene = new AudienceScene(organization);
        var bulk = scene.BulkOf(scene.List(organization.Contact("09121000011"), organization.Contact("09121000021")));
        organization.Admin.Update(new SmsBulkRow(bulk) { Statecode = SmsBulk.State.Active, Statuscode = SmsBulk.Status.Ready }.Record);

        organization.Work();
        var stuck = scene.Read(bulk).Statuscode;
        organization.Pass(TimeSpan.FromMinutes(8));

        Assert.Equal((SmsBulk.Status.Freezing, true), (stuck, isEnded));
        Assert.Equal((SmsBulk.Status.Finished, 2), (scene.Read(bulk).Statuscode, scene.Read(bulk).Accepted));
        Assert.Single(organization.Inbox("09121000011"));
    }

    [Fact]
    public async Task Nobody_to_send_to_finishes_with_a_sentence()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);

        var empty = scene.Freeze(scene.BulkOf(scene.List()));
        var unusable = scene.Freeze(scene.BulkOf(scene.List(organization.Contact("12"))));

        Assert.Equal((SmsBulk.Status.Finished, 0), (empty.Statuscode!.Value, empty.Expected));
        Assert.EndsWith("(audience-empty)", empty.Warning, StringComparison.Ordinal);
        Assert.Equal((SmsBulk.Status.Finished, 1, 1), (unusable.Statuscode!.Value, unusable.Expected, unusable.SkippedInvalid));
    }

    [Theory]
    [InlineData("list-none")]
    [InlineData("hidden")]
    [InlineData("audience-query")]
    [InlineData("audience-not-readable")]
    [InlineData("audience-table")]
    [InlineData("text-missing")]
    [InlineData("unknown-filter")]
    public async Task What_somebody_has_to_mend_pauses_with_a_sentence_and_goes_on_once_mended(string code)
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var list = scene.List(organization.Contact("09121000001"));
        var bulk = Broken(scene, code, list);

        var paused = scene.Freeze(bulk);

        Assert.Equal(SmsBulk.Status.Paused, paused.Statuscode);
        Assert.EndsWith(code switch { "unknown-filter" => ")", "hidden" => "(audience-not-readable)", _ => "(" + code + ")" }, paused.PauseNote, StringComparison.Ordinal);
        Assert.Null(paused.FrozenOn);
        Assert.Empty(scene.Chunks(bulk));

        organization.System.Update(new SmsBulkRow(bulk) { Text = "سلام", AudienceKind = AudienceKind.MarketingLists, StartedById = new EntityReference("systemuser", organization.Crm.AdministratorId) }.Record);
        if (code == "list-none" || code.StartsWith("audience", StringComparison.Ordinal))
        {
            scene.Add(bulk, code is "list-none" ? list : scene.List(organization.Contact("09121000002")));
        }

        organization.Admin.Update(new SmsBulkRow(bulk) { Statecode = SmsBulk.State.Active, Statuscode = SmsBulk.Status.Running }.Record);
        Assert.Equal((SmsBulk.Status.Running, 1), (scene.GoOn(bulk).Statuscode!.Value, scene.Read(bulk).Pending));
    }

    private static Guid Broken(AudienceScene scene, string code, Guid list)
    {
        var organization = scene.Organization;
        var bulk = scene.Bulk(row =>
        {
            row.AudienceKind = !code.StartsWith("audience", StringComparison.Ordinal)
                ? AudienceKind.MarketingLists
                : AudienceKind.View;
            row.AudienceFetchXml = code switch
            {
                "audience-query" => "<fetch><entity name='contact'>",
                "audience-not-readable" => "<fetch><entity name='contact'><filter><condition attribute='nosuchcolumn' operator='eq' value='1'/></filter></entity></fetch>",
                _ => "<fetch><entity name='nosuchtable'/></fetch>",
            };
            row.Text = code == "text-missing" ? null : "سلام";
            if (code == "hidden")
            {
                var hidden = organization.User("smSys User").Execute(new Microsoft.Crm.Sdk.Messages.WhoAmIRequest());
                row.StartedById = new EntityReference("systemuser", (Guid)hidden.Results["UserId"]);
                row.NumberId = new EntityReference(SmsNumber.LogicalName, organization.LineId);
            }
        });
        if (code == "unknown-filter")
        {
            organization.System.Update(new SmsBulkRow(bulk) { Text = "سلام {{if}}" }.Record);
        }

        if (code is "hidden" or "text-missing" or "unknown-filter")
        {
            scene.Add(bulk, list);
        }

        return bulk;
    }

    private static Guid Start(AudienceScene scene, Guid list)
    {
        var bulk = scene.Bulk(row => (row.AudienceKind, row.Partitions) = (AudienceKind.MarketingLists, 3));
        scene.Add(bulk, list);
        scene.Freeze(bulk);
        return bulk;
    }

    private static string Frozen(AudienceScene scene, Guid bulk)
    {
        var row = scene.Read(bulk);
        var partitions = scene.Partitions(bulk);
        var lines = partitions.Select(partition => string.Join(";", scene.Chunks(bulk)
            .Where(chunk => chunk.ProcessId!.Id == partition.Id)
            .Select(chunk => chunk.ChunkNumber + ":" + chunk.Lines + chunk.SkippedLines)));
        return string.Join("|", lines)
            + $"{row.Statuscode} {row.Expected} {row.Pending} {row.SkippedInvalid} {row.SkippedDuplicate} {row.FrozenText}"
            + string.Join(",", partitions.Select(partition => $"{partition.Partition} {partition.Expected} {partition.Pending} {partition.NextRunOn is not null}"));
    }
}

using Microsoft.Xrm.Sdk;
using smSys.Crm.Faults;
using smSys.Crm.Rows;

namespace smSys.Crm.Tests.Rows;

public class RowWriterTests
{
    private static readonly WriteProof Proof = new("smsys_fencetoken", "mine");
    private readonly Entity _row = new("smsys_sms", Guid.NewGuid()) { ["statuscode"] = new OptionSetValue(3) };

    [Fact]
    public void A_create_whose_answer_was_lost_is_repeated_and_counts_as_ours()
    {
        var service = new ScriptedService(new TimeoutException(), ScriptedService.Fault(CrmFaults.DuplicateRecordCode));

        Assert.True(new RowWriter(service).CreateOnce(_row));
        Assert.Equal(["Create", "Create"], service.Calls);
    }

    [Fact]
    public void A_row_that_stood_there_before_is_left_alone()
    {
        var service = new ScriptedService(ScriptedService.Fault(CrmFaults.DuplicateRecordCode));

        Assert.False(new RowWriter(service).CreateOnce(_row));
    }

    [Fact]
    public void A_service_that_stays_busy_is_given_up_after_three_tries()
    {
        var service = new ScriptedService(new TimeoutException(), new TimeoutException(), new TimeoutException());

        Assert.Throws<TimeoutException>(() => new RowWriter(service).CreateOnce(_row));
        Assert.Equal(3, service.Calls.Count);
    }

    [Fact]
    public void An_update_that_somebody_else_was_faster_with_is_not_ours()
    {
        var service = new ScriptedService(ScriptedService.Fault(CrmFaults.ConcurrencyMismatchCode));

        Assert.False(new RowWriter(service).UpdateIfUnchanged(_row, "7", Proof));
        Assert.Equal(["Update"], service.Calls);
    }

    [Theory]
    [InlineData("mine", 3, true)]
    [InlineData("mine", 4, false)]
    [InlineData("other", 3, false)]
    public void An_update_whose_answer_was_lost_is_ours_when_token_and_values_say_so(string token, int status, bool isOurs)
    {
        var service = new ScriptedService(new TimeoutException(), ScriptedService.Fault(CrmFaults.ConcurrencyMismatchCode))
        {
            Stored = new Entity("smsys_sms", _row.Id) { ["smsys_fencetoken"] = token, ["statuscode"] = new OptionSetValue(status) },
        };

        Assert.Equal(isOurs, new RowWriter(service).UpdateIfUnchanged(_row, "7", Proof));
    }

    [Fact]
    public void Without_a_proof_a_doubtful_update_counts_as_not_done()
    {
        var service = new ScriptedService(new TimeoutException(), ScriptedService.Fault(CrmFaults.ConcurrencyMismatchCode));

        Assert.False(new RowWriter(service).UpdateIfUnchanged(_row, "7", null));
    }

    [Fact]
    public void A_refusal_is_not_repeated()
    {
        var service = new ScriptedService(ScriptedService.Fault(unchecked((int)0x80040220)));

        Assert.ThrowsAny<Exception>(() => new RowWriter(service).Update(_row));
        Assert.Single(service.Calls);
    }
}

using smSys.Messaging.Bulk;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;

namespace smSys.Messaging.Tests.Bulk;

public class CallJudgeTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
    private static readonly CallTerms Terms = new(new RetryPolicy(), CanAsk: true, OneReferenceACall: false, TimeSpan.Zero, 0.5);
    private static readonly SendOutcome Ok = SendOutcome.Accepted("1");

    [Theory]
    [InlineData(ProviderFaultKind.Unreachable, 1, SettingPause.None)]
    [InlineData(ProviderFaultKind.OutOfService, 2, SettingPause.None)]
    [InlineData(ProviderFaultKind.SlowDown, 2, SettingPause.None)]
    [InlineData(ProviderFaultKind.Credit, 2, SettingPause.Credit)]
    [InlineData(ProviderFaultKind.SignIn, 2, SettingPause.SignIn)]
    public void A_call_that_certainly_sent_nothing_is_made_again_later(ProviderFaultKind kind, int reference, SettingPause pause)
    {
        var verdict = Judge(Terms, Refusal(kind), Refusal(kind), Refusal(kind));

        Assert.All(verdict.Answer.Fates, fate => Assert.Equal(new LineFate(FateKind.ToSend, reference), fate));
        Assert.True(verdict.Answer.ComeAgainOn > Now);
        Assert.Equal((kind, pause), (verdict.Held!.Kind, verdict.Pause));
    }

    [Fact]
    public void However_often_it_failed_it_is_tried_again_within_minutes()
    {
        var tired = Announced(3) with { Attempt = 500 };

        var verdict = CallJudge.Judge(tired, [0, 1, 2], [.. Enumerable.Repeat(Refusal(ProviderFaultKind.Unreachable), 3)], Terms, Now);

        Assert.InRange(verdict.Answer.ComeAgainOn!.Value, Now, Now.AddMinutes(10));
        Assert.True(verdict.Answer.Has(FateKind.ToSend));
    }

    [Fact]
    public void A_call_refused_for_one_bad_number_is_halved_until_he_is_alone()
    {
        var whole = SendOutcome.Rejected(new ProviderFault(ProviderFaultKind.Refused, "bad", "bad") { WholeCall = true });

        var split = Judge(Terms, whole, whole, whole, whole).Answer;
        var alone = CallJudge.Judge(Announced(1), [0], [whole], Terms, Now).Answer;

        Assert.Equal((2, 4), (split.CallSize, split.PlacesOf(FateKind.ToSend).Count));
        Assert.Equal(2, BatchAnswer.OfNextCall(split, Now).PlacesOf(FateKind.InDoubt).Count);
        Assert.Equal(FateKind.Refused, alone.Fates[0].Kind);
    }

    [Fact]
    public void When_nobody_can_say_of_anybody_the_batch_stays_open_and_is_asked_about()
    {
        var answer = Judge(Terms, Unclear(), Unclear()).Answer;

        Assert.Equal(2, answer.PlacesOf(FateKind.InDoubt).Count);
        Assert.Equal(ReferenceRules.FirstQuestion(Now), AskJudge.DueOn(answer));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_message_that_the_answer_lacks_is_unknown_and_never_refused(bool canAsk)
    {
        var answer = Judge(Terms with { CanAsk = canAsk }, Ok, Unclear(), Refusal(ProviderFaultKind.Refused)).Answer;

        Assert.Equal([FateKind.Accepted, FateKind.Unknown, FateKind.Refused], answer.Fates.Select(fate => fate.Kind));
        Assert.Equal(canAsk, answer.Fates[1].AskOn is not null);
    }

    [Fact]
    public void Only_two_absences_after_the_settle_time_let_a_batch_go_out_again_and_with_the_same_reference()
    {
        var early = Ask(Announced(2), Now.AddSeconds(30), Absent(), Absent());
        var first = Ask(early, Now.AddSeconds(130), Absent(), Absent());
        var second = Ask(first, Now.AddSeconds(200), Absent(), Absent());

        Assert.Equal((2, 2, 0), (early.PlacesOf(FateKind.InDoubt).Count, first.PlacesOf(FateKind.InDoubt).Count, second.PlacesOf(FateKind.InDoubt).Count));
        Assert.All(second.Fates, fate => Assert.Equal(new LineFate(FateKind.ToSend, 1, IsBound: true), fate));
    }

    [Fact]
    public void What_may_still_arrive_stays_bound_to_its_account_until_a_definite_refusal_uses_its_reference_up()
    {
        var absent = Ask(Ask(Announced(2), Now.AddSeconds(130), Absent(), Absent()), Now.AddSeconds(200), Absent(), Absent());
        var uncalled = BatchAnswer.OfUncalled(BatchAnswer.OfNextCall(absent, Now));
        var refused = CallJudge.Judge(BatchAnswer.OfNextCall(absent, Now), [0, 1], [Refusal(ProviderFaultKind.Credit), Refusal(ProviderFaultKind.Credit)], Terms, Now).Answer;
        var unreachable = CallJudge.Judge(BatchAnswer.OfNextCall(absent, Now), [0, 1], [Refusal(ProviderFaultKind.Unreachable), Refusal(ProviderFaultKind.Unreachable)], Terms, Now).Answer;

        Assert.All(uncalled.Fates, fate => Assert.Equal(new LineFate(FateKind.ToSend, 1, IsBound: true), fate));
        Assert.All(unreachable.Fates, fate => Assert.Equal(new LineFate(FateKind.ToSend, 1, IsBound: true), fate));
        Assert.All(refused.Fates, fate => Assert.Equal(new LineFate(FateKind.ToSend, 2), fate));
        Assert.All(BatchAnswer.OfParted(absent, Now)!.Fates, fate => Assert.Equal(new LineFate(FateKind.Unknown, 1, AskOn: Now), fate));
        Assert.Null(BatchAnswer.OfParted(refused, Now));
    }

    [Fact]
    public void Only_what_is_to_be_sent_can_be_left_out()
    {
        var answer = new BatchAnswer(Now, 2, 3, null, [new LineFate(FateKind.Accepted, 1, "9"), new LineFate(FateKind.ToSend, 2), new LineFate(FateKind.ToSend)]);

        var left = BatchAnswer.OfLeftOut(answer, [SkipReason.OptedOut, SkipReason.OptedOut, null]);

        Assert.Equal([answer.Fates[0], new LineFate(FateKind.LeftOut, 2, Skip: SkipReason.OptedOut), answer.Fates[2]], left.Fates);
    }

    [Fact]
    public void Who_cannot_say_for_a_quarter_of_an_hour_is_not_waited_for()
    {
        var silence = new ReferenceAnswer(1, ReferenceAnswerKind.CannotSay);

        var soon = Ask(Announced(1), Now.AddMinutes(3), silence);
        var late = Ask(soon, Now.AddMinutes(16), silence);

        Assert.Equal((FateKind.InDoubt, FateKind.Unknown), (soon.Fates[0].Kind, late.Fates[0].Kind));
        Assert.NotNull(late.Fates[0].AskOn);
    }

    [Fact]
    public void A_call_with_one_reference_that_was_half_found_is_never_asked_about_in_part()
    {
        var terms = Terms with { OneReferenceACall = true };

        var answer = AskJudge.Judge(Announced(2), [0, 1], [new ReferenceAnswer(1, ReferenceAnswerKind.Found, "9"), Absent()], terms, Now.AddSeconds(200));

        Assert.Equal([FateKind.Accepted, FateKind.Unknown], answer.Fates.Select(fate => fate.Kind));
    }

    private static CallVerdict Judge(CallTerms terms, params SendOutcome[] outcomes) =>
        CallJudge.Judge(Announced(outcomes.Length), [.. Enumerable.Range(0, outcomes.Length)], outcomes, terms, Now);

    private static BatchAnswer Ask(BatchAnswer before, DateTime now, params ReferenceAnswer[] answers) =>
        AskJudge.Judge(before, [.. Enumerable.Range(0, answers.Length)], answers, Terms, now);

    private static BatchAnswer Announced(int count) =>
        new(Now, 1, count, null, [.. Enumerable.Repeat(new LineFate(FateKind.InDoubt), count)]);

    private static SendOutcome Refusal(ProviderFaultKind kind) => SendOutcome.Rejected(new ProviderFault(kind, "code", "words"));

    private static SendOutcome Unclear() => SendOutcome.Unknown(new ProviderFault(ProviderFaultKind.Unclear, "timeout", "words"));

    private static ReferenceAnswer Absent() => new(1, ReferenceAnswerKind.Absent);
}

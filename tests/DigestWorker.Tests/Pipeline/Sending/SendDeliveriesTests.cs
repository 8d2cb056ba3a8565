using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Storage;
using static DigestWorker.Tests.Pipeline.Sending.SendingRoom;

namespace DigestWorker.Tests.Pipeline.Sending;

public sealed class SendDeliveriesTests : IDisposable
{
    private readonly SendingRoom _room = new();

    [Fact]
    public async Task Everybody_gets_one_mail_over_as_many_connections_as_are_allowed()
    {
        await _room.ComposeAsync(Addresses(450));

        var report = await _room.SendAsync(_ => Accepted, connections: 3);

        Assert.Equal((450, 450, 3), (report.Sent, report.Total, _room.MostOpen));
        Assert.Equal(450, _room.Tried.Select(mail => mail.Recipient).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(0, (await _room.SendAsync(_ => Accepted)).Total);
    }

    [Theory]
    [InlineData(TransportStage.Auth, "535 5.7.8 wrong name or password", "refused the log-in")]
    [InlineData(TransportStage.Tls, "The certificate is not trusted.", "could not be made safe")]
    [InlineData(TransportStage.Mail, "550 5.7.1 not you", "refused the sender's address")]
    [InlineData(TransportStage.Connect, "554 5.7.1 go away", "refused the connection")]
    public async Task What_the_server_refuses_before_any_recipient_stops_the_run_and_marks_nobody(object stage, string reply, string words)
    {
        await _room.ComposeAsync(Addresses(60));

        var report = await _room.SendAsync(_ => Refused((TransportStage)stage, reply));

        Assert.Contains(words, report.Stopped, StringComparison.Ordinal);
        Assert.Contains(reply, report.Stopped, StringComparison.Ordinal);
        Assert.Equal(0, report.Total);
        Assert.Single(_room.Tried);
        Assert.Equal(60, _room.Report().Of(DeliveryState.Queued));
        Assert.Equal(60, (await _room.SendAsync(_ => Accepted, byHand: true)).Sent);
    }

    [Fact]
    public async Task A_refused_recipient_fails_alone()
    {
        await _room.ComposeAsync(Addresses(40));

        var report = await _room.SendAsync(mail => mail.Recipient == "s007@example.org" ? Refused(TransportStage.Recipient, "550 5.1.1 no such mailbox") : Accepted);

        Assert.Equal((39, 1, null), (report.Sent, report.Failed, report.Stopped));
        Assert.Equal(1, _room.Newsroom.Scalar("select count(*) from subscriber where state = 'Suppressed'"));
    }

    [Fact]
    public async Task Twenty_refusals_in_a_row_pause_the_run_and_mark_nobody()
    {
        await _room.ComposeAsync(Addresses(60));

        var report = await _room.SendAsync(_ => Refused(TransportStage.Recipient, "550 5.1.1 no such mailbox"));

        Assert.Contains("20 deliveries in a row failed", report.Stopped, StringComparison.Ordinal);
        Assert.Equal((0, 20), (report.Failed, report.Deferred));
        Assert.Equal(0, _room.Newsroom.Scalar("select count(*) from subscriber where state <> 'Active'"));
        Assert.Equal(60, _room.Report().Open);
    }

    [Fact]
    public async Task Half_of_the_last_hundred_pause_the_run_too()
    {
        await _room.ComposeAsync(Addresses(300));
        var at = 0;

        var report = await _room.SendAsync(_ => at++ % 2 == 0 ? Refused(TransportStage.Recipient, "550 5.7.1 not from you") : Accepted);

        Assert.Contains("half of the last 100", report.Stopped, StringComparison.Ordinal);
        Assert.InRange(_room.Tried.Count, 100, 102);
        Assert.Equal(0, _room.Newsroom.Scalar("select count(*) from subscriber where state <> 'Active'"));
    }

    [Fact]
    public async Task Greylisting_of_everybody_is_no_trouble_and_ends_in_one_mail_each()
    {
        await _room.ComposeAsync(Addresses(60));
        var first = await _room.SendAsync(_ => Deferred(TransportStage.Recipient, "451 4.7.1 greylisted, try again"));
        _room.Newsroom.Clock.Now = Monday.AddMinutes(31);

        var second = await _room.SendAsync(_ => Accepted);

        Assert.Equal((60, null, 60), (first.Deferred, first.Stopped, second.Sent));
        Assert.Equal(120, _room.Tried.Count);
    }

    [Fact]
    public async Task Refusals_among_greylisted_recipients_are_no_trouble_of_the_server()
    {
        await _room.ComposeAsync(Addresses(100));

        var report = await _room.SendAsync(mail => mail.Recipient[3] is '3' or '7'
            ? Refused(TransportStage.Recipient, "550 5.1.1 no such mailbox")
            : Deferred(TransportStage.Recipient, "451 4.7.1 greylisted"));

        Assert.Equal((80, 20, null), (report.Deferred, report.Failed, report.Stopped));
    }

    [Theory]
    [InlineData("421 4.7.28 unusual rate of mail")]
    [InlineData("450 4.2.1 receiving mail at a rate that prevents more")]
    [InlineData("452 4.5.3 too many messages")]
    public async Task A_reply_about_the_rate_slows_the_whole_domain_and_no_other(string reply)
    {
        await _room.ComposeAsync([.. Addresses(30, "busy.example.org"), .. Addresses(30, "quiet.example.org")]);

        var report = await _room.SendAsync(mail => mail.Recipient.EndsWith("busy.example.org", StringComparison.Ordinal) ? Deferred(TransportStage.Recipient, reply) : Accepted);

        Assert.Equal((30, 30), (report.Sent, report.Deferred));
        Assert.Single(_room.Tried, mail => mail.Recipient.EndsWith("busy.example.org", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("450 4.7.1 put off by corporate policy of the operator")]
    [InlineData("451 4.7.1 greylisted to separate senders")]
    public async Task Words_that_only_hold_the_word_slow_nobody(string reply)
    {
        await _room.ComposeAsync(Addresses(10));

        await _room.SendAsync(_ => Deferred(TransportStage.Recipient, reply));

        Assert.Equal(10, _room.Tried.Count);
    }

    [Fact]
    public async Task Waiting_for_a_slowed_domain_is_no_try()
    {
        await _room.ComposeAsync(Addresses(10));

        await _room.SendAsync(_ => Deferred(TransportStage.Recipient, "421 4.7.28 unusual rate of mail"));

        Assert.Equal(1, _room.Newsroom.Scalar("select sum(attempts) from delivery"));
    }

    [Fact]
    public async Task When_the_time_that_a_domain_asked_for_is_over_its_mail_goes_out_in_the_same_run()
    {
        await _room.ComposeAsync([.. Addresses(3, "busy.example.org"), .. Addresses(1, "quiet.example.org")]);

        var run = Task.Run(() => _room.SendAsync(Answer), TestContext.Current.CancellationToken);
        var report = await run.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal((4, null), (report.Sent, report.Stopped));

        TransportReply Answer(Envelope mail)
        {
            if (_room.Tried.Count == 1)
            {
                return Deferred(TransportStage.Recipient, "421 4.7.28 unusual rate of mail");
            }

            if (mail.Recipient.EndsWith("quiet.example.org", StringComparison.Ordinal))
            {
                _room.Newsroom.Clock.Now = Monday.AddMinutes(31);
            }

            return Accepted;
        }
    }

    [Theory]
    [InlineData("Lead\r\nBcc: everybody@example.org")]
    [InlineData("Lead\u0000\u202e \"<>\\ name")]
    [InlineData("Lead\uFFFE name")]
    public async Task A_recipient_whose_name_no_header_can_hold_keeps_mail_from_nobody(string name)
    {
        _room.The<Subscribers>().Add(new Joiner("b@example.org", name, ["designated-safeguarding-lead"], []), _room.Newsroom.Clock.Now);
        await _room.ComposeAsync("a@example.org", "c@example.org");

        var report = await _room.SendAsync(_ => Accepted);

        Assert.Equal((3, 3), (report.Sent, _room.Report().Of(DeliveryState.Sent)));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_made_fails_alone()
    {
        await _room.ComposeAsync(Addresses(40));
        _room.Newsroom.Scalar("update delivery set recipient = 'no address' where recipient = 's007@example.org' returning 0");

        var report = await _room.SendAsync(_ => Accepted);

        Assert.Equal((39, 1, null), (report.Sent, report.Failed, report.Stopped));
        Assert.Equal(1, _room.Newsroom.Scalar("select count(*) from delivery where state = 'Failed' and reply like 'The mail could not be made%'"));
    }

    [Fact]
    public async Task Where_none_of_a_few_mails_can_be_made_they_wait_and_nobody_is_marked()
    {
        await _room.ComposeAsync(Addresses(8));
        _room.Newsroom.Scalar("update delivery set recipient = 'no address' returning 0");

        var report = await _room.SendAsync(_ => Accepted);

        Assert.Equal((0, 8), (report.Failed, _room.Report().Open));
    }

    [Fact]
    public async Task Where_no_mail_can_be_made_the_run_pauses_and_marks_nobody()
    {
        await _room.ComposeAsync(Addresses(60));
        _room.Newsroom.Scalar("update delivery set recipient = 'no address' returning 0");

        var report = await _room.SendAsync(_ => Accepted);

        Assert.Contains("The mail could not be made", report.Stopped, StringComparison.Ordinal);
        Assert.Equal((0, 60), (report.Failed, _room.Report().Open));
        Assert.Equal(0, _room.Newsroom.Scalar("select count(*) from delivery where state = 'Sending'"));
    }

    [Theory]
    [InlineData(TransportStage.Data)]
    [InlineData(TransportStage.AfterFinalDot)]
    public async Task A_connection_that_breaks_is_tried_again_at_once_under_the_same_id(object stage)
    {
        await _room.ComposeAsync(Addresses(5));
        var at = 0;
        var outcome = (TransportStage)stage == TransportStage.AfterFinalDot ? TransportOutcome.Unknown : TransportOutcome.Deferred;

        var report = await _room.SendAsync(_ => at++ == 0 ? new TransportReply(outcome, (TransportStage)stage, "The connection was lost.") { IsBroken = true } : Accepted);

        Assert.Equal((5, 6), (report.Sent, _room.Tried.Count));
        Assert.Equal(_room.Tried[0], _room.Tried[1]);
    }

    [Fact]
    public async Task Whoever_leaves_while_the_batch_runs_gets_nothing()
    {
        await _room.ComposeAsync("a@example.org", "b@example.org");

        var report = await _room.SendAsync(mail =>
        {
            _room.The<Subscribers>().Remove(mail.Recipient == "a@example.org" ? "b@example.org" : "a@example.org", Monday);
            return Accepted;
        });

        Assert.Equal((1, 1), (report.Sent, report.Suppressed));
        Assert.Single(_room.Tried);
    }

    [Fact]
    public async Task A_pause_is_waited_for_by_the_schedule_grows_and_ends_with_the_first_mail()
    {
        await _room.ComposeAsync(Addresses(3));
        TransportReply Wrong(Envelope envelope) => Refused(TransportStage.Auth, "535 5.7.8 wrong");
        await _room.SendAsync(Wrong);
        _room.Newsroom.Clock.Now = Monday.AddMinutes(29);
        Assert.NotNull((await _room.SendAsync(Wrong)).Stopped);
        Assert.Single(_room.Tried);
        _room.Newsroom.Clock.Now = Monday.AddMinutes(31);
        await _room.SendAsync(Wrong);
        Assert.Equal(2, _room.Tried.Count);
        _room.Newsroom.Clock.Now = Monday.AddMinutes(90);
        Assert.NotNull((await _room.SendAsync(Wrong)).Stopped);
        Assert.Equal(2, _room.Tried.Count);

        Assert.Equal(3, (await _room.SendAsync(_ => Accepted, byHand: true)).Sent);
        Assert.Null(_room.The<SendingPauses>().Find());
    }

    [Fact]
    public async Task A_pause_is_over_too_when_the_server_answers_with_refusals_of_single_recipients()
    {
        await _room.ComposeAsync(Addresses(3));
        await _room.SendAsync(_ => Refused(TransportStage.Auth, "535 5.7.8 wrong"));

        await _room.SendAsync(_ => Refused(TransportStage.Recipient, "550 5.7.1 policy"), byHand: true);

        Assert.Null(_room.The<SendingPauses>().Find());
    }

    [Fact]
    public async Task A_server_that_takes_no_connection_leaves_everything_waiting()
    {
        await _room.ComposeAsync(Addresses(50));

        var report = await _room.SendAsync(_ => Deferred(TransportStage.Connect, "421 4.7.0 too many connections"), connections: 2);

        Assert.Contains("too many connections", report.Stopped, StringComparison.Ordinal);
        Assert.Equal((2, 50), (report.Deferred, _room.Report().Open));
        Assert.Equal(0, _room.Newsroom.Scalar("select count(*) from delivery where state = 'Sending'"));
    }

    [Fact]
    public async Task A_connection_too_many_pauses_nobody_while_the_others_take_mail()
    {
        await _room.ComposeAsync(Addresses(60));
        var servers = 0;

        var report = await _room.SendAsync(() => Interlocked.Increment(ref servers) == 2 ? _ => Deferred(TransportStage.Connect, "421 4.7.0 too many connections") : _ => Accepted, connections: 2);

        Assert.Equal((1, null, null), (report.Deferred, report.Stopped, _room.The<SendingPauses>().Find()));
        Assert.Equal(report.Sent, 60 - _room.Report().Open);
        Assert.InRange(report.Sent, 50, 59);
        Assert.Equal(0, _room.Newsroom.Scalar("select count(*) from delivery where state = 'Sending'"));
    }

    public void Dispose() => _room.Dispose();
}

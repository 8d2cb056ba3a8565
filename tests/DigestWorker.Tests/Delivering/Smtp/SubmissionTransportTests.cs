using DigestWorker.Delivering;
using DigestWorker.Delivering.OAuth;
using DigestWorker.Delivering.Smtp;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering.Smtp;

public sealed class SubmissionTransportTests : OAuthMailServerContract
{
    private static readonly SmtpTimeouts Brief = new()
    {
        Command = TimeSpan.FromSeconds(1),
        Data = TimeSpan.FromSeconds(1),
        FinalDot = TimeSpan.FromSeconds(1),
    };

    [Theory]
    [InlineData("CONNECT", "Deferred", "Connect")]
    [InlineData("MAIL", "Deferred", "Mail")]
    [InlineData("DATA", "Deferred", "Data")]
    [InlineData(".", "Unknown", "AfterFinalDot")]
    public async Task A_server_that_falls_silent_is_waited_for_only_so_long(string command, string outcome, string stage)
    {
        Sink.Script = Script(heard => heard.StartsWith(command, StringComparison.Ordinal) ? "250-and then" : null);
        await using var transport = new SubmissionTransport(Settings(), Brief);

        AssertEnded(Enum.Parse<TransportOutcome>(outcome), Enum.Parse<TransportStage>(stage), "longer than 1 seconds", await SendToReaderAsync(transport));
    }

    [Fact]
    public async Task A_server_that_stops_reading_in_the_middle_of_a_message_defers_it()
    {
        using var server = new StuckServer();
        await using var transport = new SubmissionTransport(
            new SmtpSettings { Host = "localhost", Port = server.Port, Security = SmtpSecurity.None }, Brief with { DataBlock = TimeSpan.FromSeconds(0.5) });

        var reply = await transport.SendAsync(AnEnvelope("lead@example.org"), new byte[8_000_000], TestContext.Current.CancellationToken);

        AssertEnded(TransportOutcome.Deferred, TransportStage.Data, "longer than 0.5 seconds", reply);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("22")]
    [InlineData("abc hello")]
    [InlineData("999 hello")]
    public async Task A_greeting_that_is_no_SMTP_defers_the_message(string greeting)
    {
        Sink.Script = Script(heard => heard == "CONNECT" ? greeting : null);

        AssertEnded(TransportOutcome.Deferred, TransportStage.Connect, "not an SMTP reply", await SendToReaderAsync());
    }

    [Fact]
    public async Task A_line_without_end_is_not_read_to_its_end()
    {
        Sink.Script = Script(heard => heard == "CONNECT" ? $"220 {new string('x', 100_000)}" : null);

        AssertEnded(TransportOutcome.Deferred, TransportStage.Connect, "more than 4096 bytes", await SendToReaderAsync());
    }

    [Fact]
    public async Task A_reply_without_end_is_not_read_to_its_end()
    {
        Sink.Script = Script(heard => heard == "CONNECT" ? string.Join("\r\n", Enumerable.Repeat("220-more", 500)) : null);

        AssertEnded(TransportOutcome.Deferred, TransportStage.Connect, "more than 100 lines", await SendToReaderAsync());
    }

    [Fact]
    public async Task Words_slipped_in_before_TLS_are_not_taken_for_the_servers()
    {
        Sink.Script = new SmtpSinkScript { StartTls = true, Reply = heard => heard == "STARTTLS" ? "220 go\r\n250 sink" : null };

        AssertEnded(TransportOutcome.Deferred, TransportStage.Tls, "before TLS", await SendToReaderAsync(Open(Settings(SmtpSecurity.StartTls))));
    }

    [Fact]
    public async Task A_server_that_has_had_enough_of_one_connection_gets_another()
    {
        var mails = 0;
        Sink.Script = Script(heard => heard.StartsWith("MAIL", StringComparison.Ordinal) && ++mails == 3 ? "421 4.7.0 enough for one connection" : null);

        for (var i = 0; i < 3; i++)
        {
            AssertEnded(TransportOutcome.Accepted, TransportStage.Done, "", await SendToReaderAsync());
        }

        Assert.Equal(2, Sink.Connections);
        Assert.Equal(3, Sink.Messages.Count);
    }

    [Fact]
    public async Task A_second_connection_that_fails_too_is_not_followed_by_a_third()
    {
        var mails = 0;
        Sink.Script = Script(heard => heard.StartsWith("MAIL", StringComparison.Ordinal) && ++mails > 1 ? SmtpSinkScript.HangUp : null);

        await SendToReaderAsync();
        AssertEnded(TransportOutcome.Deferred, TransportStage.Mail, "", await SendToReaderAsync());

        Assert.Equal(2, Sink.Connections);
    }

    [Fact]
    public async Task After_a_refused_recipient_the_server_is_reset_before_the_next_message()
    {
        var tries = 0;
        Sink.Script = Script(heard => heard.StartsWith("RCPT", StringComparison.Ordinal) && ++tries == 1 ? "550 5.1.1 no" : null);

        await SendToReaderAsync();
        await SendToReaderAsync();

        Assert.Equal(["EHLO", "MAIL", "RCPT", "RSET", "MAIL", "RCPT", "DATA"], Sink.Commands.Select(command => command.Split(' ')[0]));
    }

    [Fact]
    public async Task A_message_over_the_servers_size_is_refused_unsent()
    {
        Sink.Script = new SmtpSinkScript { Extensions = ["SIZE 100"] };

        AssertEnded(TransportOutcome.Refused, TransportStage.Data, "takes 100", await SendToReaderAsync());
        Assert.DoesNotContain(Sink.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_local_part_beyond_ASCII_is_sent_where_the_server_can_carry_it()
    {
        Sink.Script = new SmtpSinkScript { Extensions = ["SMTPUTF8", "8BITMIME"] };

        await SendAsync(AnEnvelope("zoë@example.org"), MimeWriter.Write(AMessage.To("zoe@example.org")));

        Assert.Contains("MAIL FROM:<digest@example.org> SMTPUTF8", Sink.Commands);
        Assert.Contains("RCPT TO:<zoë@example.org>", Sink.Commands);
    }

    [Fact]
    public async Task Messages_that_are_sent_at_once_wait_for_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendToReaderAsync()));

        Assert.Equal(10, Sink.Messages.Count);
        Assert.Equal(1, Sink.Connections);
    }

    [Fact]
    public async Task A_send_that_is_cancelled_while_the_server_is_silent_ends_at_once()
    {
        Sink.Script = Script(heard => heard == "CONNECT" ? "220-wait" : null);
        using var cancelling = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transport.SendAsync(AnEnvelope("lead@example.org"), "x"u8.ToArray(), cancelling.Token));
    }

    [Fact]
    public async Task A_send_that_is_cancelled_after_the_final_dot_ends_with_the_servers_answer()
    {
        using var cancelling = new CancellationTokenSource();
        Sink.Script = new SmtpSinkScript
        {
            HangsUpAfterTaking = () =>
            {
                cancelling.Cancel();
                return false;
            },
        };

        var reply = await Transport.SendAsync(AnEnvelope("lead@example.org"), "x"u8.ToArray(), cancelling.Token);

        Assert.Equal(TransportOutcome.Accepted, reply.Outcome);
        Assert.Single(Sink.Messages);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Work_is_done_while_the_server_is_busy_with_the_message(int connections)
    {
        using var done = new ManualResetEventSlim();
        Sink.Script = new SmtpSinkScript { HangsUpAfterTaking = () => !done.Wait(TimeSpan.FromSeconds(10)) };
        await using var transport = new SubmissionTransport(
            new SmtpSettings { Host = "localhost", Port = Sink.Port, Connections = connections, Security = SmtpSecurity.None }, SmtpTimeouts.Rfc5321);
        var times = 0;
        transport.Meanwhile(() =>
        {
            times++;
            done.Set();
        });

        Assert.Equal(TransportOutcome.Accepted, (await SendToReaderAsync(transport)).Outcome);
        Assert.Equal(TransportOutcome.Accepted, (await SendToReaderAsync(transport)).Outcome);
        Assert.Equal(1, times);
    }

    [Fact]
    public async Task We_say_goodbye()
    {
        await using (var transport = new SubmissionTransport(Settings(), SmtpTimeouts.Rfc5321))
        {
            await SendToReaderAsync(transport);
        }

        Assert.Equal("QUIT", Sink.Commands.Last());
    }

    private protected override IMailTransport Create(SmtpSettings settings, bool trusting) =>
        new SubmissionTransport(settings, SmtpTimeouts.Rfc5321, trusting ? SmtpSink.Trust : null, AccessTokens.For(settings.OAuth, TimeProvider.System));
}

using DigestWorker.Delivering;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering;

/// <summary>What holds for every way of sending that speaks to a server, whatever the server does.</summary>
public abstract class MailServerContract : MailTransportContract, IAsyncLifetime
{
    private const string Reader = "lead@school.example.org";

    private readonly List<IMailTransport> _opened = [];
    private IMailTransport? _plain;

    private protected SmtpSink Sink { get; } = new(new SmtpSinkScript());

    private protected override IMailTransport Transport => _plain ??= Open(Settings());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var transport in _opened)
        {
            await transport.DisposeAsync();
        }

        await Sink.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Many_messages_share_one_connection()
    {
        for (var i = 0; i < 5; i++)
        {
            await SendToReaderAsync();
        }

        Assert.Equal(5, Sink.Messages.Count);
        Assert.Equal(1, Sink.Connections);
    }

    [Fact]
    public async Task A_greylisted_recipient_is_deferred_and_then_gets_one_copy()
    {
        var tries = 0;
        Sink.Script = Script(heard => heard.StartsWith("RCPT", StringComparison.Ordinal) && ++tries == 1 ? "451 4.7.1 greylisted, try again" : null);

        AssertEnded(TransportOutcome.Deferred, TransportStage.Recipient, "451", await SendToReaderAsync());
        AssertEnded(TransportOutcome.Accepted, TransportStage.Done, "", await SendToReaderAsync());

        Assert.Single(Sink.Messages);
    }

    [Fact]
    public async Task A_refused_recipient_does_not_hinder_the_next_one_on_the_same_connection()
    {
        Sink.Script = Script(heard => heard.StartsWith("RCPT TO:<gone@", StringComparison.Ordinal) ? "550 5.1.1 <gone@example.org>: no such mailbox" : null);

        var refused = await SendAsync(AnEnvelope("gone@example.org"), MimeWriter.Write(AMessage.To("gone@example.org")));
        AssertEnded(TransportOutcome.Refused, TransportStage.Recipient, "550", refused);
        Assert.DoesNotContain("gone@", refused.Text, StringComparison.Ordinal);

        AssertEnded(TransportOutcome.Accepted, TransportStage.Done, "", await SendToReaderAsync());
        Assert.Equal(1, Sink.Connections);
    }

    [Theory]
    [InlineData("MAIL", "550 5.7.1 not you", "Refused", "Mail")]
    [InlineData("MAIL", "451 4.3.0 later", "Deferred", "Mail")]
    [InlineData("RCPT", "450 4.2.1 mailbox busy", "Deferred", "Recipient")]
    [InlineData("RCPT", "550-5.1.1 no such\r\n550 5.1.1 mailbox", "Refused", "Recipient")]
    [InlineData("DATA", "554 5.5.1 no valid recipients", "Refused", "Data")]
    [InlineData("DATA", "451 4.3.0 later", "Deferred", "Data")]
    [InlineData(".", "554 5.7.1 spam", "Refused", "AfterFinalDot")]
    [InlineData(".", "452 4.3.1 disk full", "Deferred", "AfterFinalDot")]
    public async Task A_reply_tells_stage_and_outcome_and_keeps_the_servers_codes(string command, string said, string outcome, string stage)
    {
        Sink.Script = Script(heard => heard.StartsWith(command, StringComparison.Ordinal) ? said : null);

        var reply = await SendToReaderAsync();

        AssertEnded(Enum.Parse<TransportOutcome>(outcome), Enum.Parse<TransportStage>(stage), said[..3], reply);
        Assert.Contains(said[4..9], reply.Text, StringComparison.Ordinal);
        Assert.Empty(Sink.Messages);
    }

    [Theory]
    [InlineData("MAIL", "Mail")]
    [InlineData("DATA", "Data")]
    public async Task A_connection_lost_before_the_final_dot_defers_the_message(string command, string stage)
    {
        Sink.Script = Script(heard => heard.StartsWith(command, StringComparison.Ordinal) ? SmtpSinkScript.HangUp : null);

        var reply = await SendToReaderAsync();

        Assert.Equal(TransportOutcome.Deferred, reply.Outcome);
        Assert.True(reply.Stage <= Enum.Parse<TransportStage>(stage));
        Assert.True(reply.IsBroken);
    }

    [Fact]
    public async Task A_connection_lost_in_the_middle_of_a_message_defers_it()
    {
        Sink.Script = new SmtpSinkScript { Extensions = [], Reply = heard => heard == "DATA" ? $"354 go on{SmtpSinkScript.HangUp}" : null };
        var message = AMessage.To(Reader) with { Text = string.Concat(Enumerable.Repeat("6,350 offences recorded in 2022/23.\n", 200_000)) };

        AssertLost(TransportOutcome.Deferred, TransportStage.Data, await SendAsync(AnEnvelope(Reader), MimeWriter.Write(message)));
    }

    [Fact]
    public async Task A_connection_lost_after_the_final_dot_leaves_it_unknown()
    {
        Sink.Script = Script(heard => heard == "." ? SmtpSinkScript.HangUp : null);

        AssertLost(TransportOutcome.Unknown, TransportStage.AfterFinalDot, await SendToReaderAsync());
    }

    [Fact]
    public async Task A_connection_that_went_stale_between_two_messages_is_opened_again()
    {
        var mails = 0;
        Sink.Script = Script(heard => heard.StartsWith("MAIL", StringComparison.Ordinal) && ++mails == 2 ? SmtpSinkScript.HangUp : null);

        await SendToReaderAsync();
        AssertEnded(TransportOutcome.Accepted, TransportStage.Done, "", await SendToReaderAsync());

        Assert.Equal(2, Sink.Connections);
        Assert.Equal(2, Sink.Messages.Count);
    }

    [Fact]
    public async Task A_server_that_is_not_there_defers_the_message()
    {
        var gone = new SmtpSink(new SmtpSinkScript());
        var settings = new SmtpSettings { Host = "localhost", Port = gone.Port, Security = SmtpSecurity.None };
        await gone.DisposeAsync();

        AssertLost(TransportOutcome.Deferred, TransportStage.Connect, await SendToReaderAsync(Open(settings)));
    }

    [Theory]
    [InlineData("421 4.7.0 too many connections", "Deferred")]
    [InlineData("554 5.7.1 not from there", "Refused")]
    public async Task A_greeting_that_turns_us_away_ends_at_connect(string greeting, string outcome)
    {
        Sink.Script = Script(heard => heard == "CONNECT" ? greeting : null);

        AssertEnded(Enum.Parse<TransportOutcome>(outcome), TransportStage.Connect, greeting[..3], await SendToReaderAsync());
    }

    [Fact]
    public async Task A_local_part_beyond_ASCII_is_refused_where_the_server_cannot_carry_it()
    {
        var reply = await SendAsync(AnEnvelope("zoë@example.org"), MimeWriter.Write(AMessage.To("zoe@example.org")));

        AssertEnded(TransportOutcome.Refused, TransportStage.Recipient, "SMTPUTF8", reply);
        Assert.DoesNotContain(Sink.Commands, command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_international_domain_goes_out_in_its_ASCII_form()
    {
        await SendAsync(AnEnvelope("lead@schöne-schule.example.org"), MimeWriter.Write(AMessage.To(Reader)));

        Assert.Contains("RCPT TO:<lead@xn--schne-schule-6ib.example.org>", Sink.Commands);
    }

    private protected abstract IMailTransport Create(SmtpSettings settings, bool trusting);

    private protected override IReadOnlyList<byte[]> Arrived() => [.. Sink.Messages];

    private protected SmtpSettings Settings(SmtpSecurity security = SmtpSecurity.None, string? user = null, string? password = null) =>
        new() { Host = "localhost", Port = Sink.Port, Security = security, User = user, Password = password };

    private protected IMailTransport Open(SmtpSettings settings) => Keep(Create(settings, trusting: true));

    private protected Task<TransportReply> SendToReaderAsync(IMailTransport? transport = null) =>
        (transport ?? Transport).SendAsync(AnEnvelope(Reader), MimeWriter.Write(AMessage.To(Reader)), TestContext.Current.CancellationToken);

    private protected static SmtpSinkScript Script(Func<string, string?> reply) => new() { Reply = reply };

    private protected static void AssertEnded(TransportOutcome outcome, TransportStage stage, string words, TransportReply reply)
    {
        Assert.Equal((outcome, stage), (reply.Outcome, reply.Stage));
        Assert.Contains(words, reply.Text, StringComparison.Ordinal);
    }

    // Whoever sends tries it once more at once, and leaves a server alone that goes on like that.
    private static void AssertLost(TransportOutcome outcome, TransportStage stage, TransportReply reply) =>
        Assert.Equal((outcome, stage, true), (reply.Outcome, reply.Stage, reply.IsBroken));

    private protected IMailTransport Keep(IMailTransport transport)
    {
        _opened.Add(transport);
        return transport;
    }
}

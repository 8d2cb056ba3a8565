using DigestWorker.Delivering;
using DigestWorker.Delivering.Smtp;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Delivering.Smtp;

/// <summary>The envelope of the next mail goes out with the end of the one before, and nobody gets anything by it.</summary>
public sealed class EarlyEnvelopeTests : IAsyncLifetime
{
    // What came after the final dot was lost.
    private const string Silence = "";

    private static readonly string[] Offers = ["PIPELINING", "SIZE 1000000", "8BITMIME"];

    private readonly SmtpSink _sink = new(new SmtpSinkScript { Extensions = Offers });
    private SubmissionTransport? _transport;

    private SubmissionTransport Transport => _transport ??= Open(SmtpTimeouts.Rfc5321);

    private IEnumerable<string> Recipients => _sink.Commands.Where(command => command.StartsWith("RCPT", StringComparison.Ordinal)).Select(command => command[9..^1]);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Transport.DisposeAsync();
        await _sink.DisposeAsync();
    }

    [Fact]
    public async Task The_server_hears_of_the_next_mail_before_that_is_sent_and_gets_each_whole()
    {
        var (first, second) = (Mail.To("a"), Mail.To("b"));
        Expect(second);
        AssertAccepted(await SendAsync(first));
        await _sink.HeardAsync("RCPT TO:<b@example.org>");
        Assert.Single(_sink.Messages);

        AssertAccepted(await SendAsync(second));

        Assert.Equal([first.Message, second.Message], _sink.Messages);
        Assert.Equal(["a@example.org", "b@example.org"], Recipients);
        Assert.Equal(1, _sink.Connections);
    }

    [Fact]
    public async Task Whom_another_mail_is_sent_instead_gets_nothing()
    {
        Expect(Mail.To("b"));
        await SendAsync(Mail.To("a"));
        await _sink.HeardAsync("RCPT TO:<b@example.org>");

        AssertAccepted(await SendAsync(Mail.To("c")));

        Assert.Equal([Mail.To("a").Message, Mail.To("c").Message], _sink.Messages);
        Assert.Equal(2, _sink.Connections);
    }

    [Fact]
    public async Task A_transport_that_is_closed_leaves_nothing_with_whom_it_had_begun_on()
    {
        var sink = new SmtpSink(new SmtpSinkScript { Extensions = Offers });
        await using (var transport = Open(SmtpTimeouts.Rfc5321, sink))
        {
            transport.Expect(Mail.To("b").Envelope, Mail.To("b").Message);
            await transport.SendAsync(Mail.To("a").Envelope, Mail.To("a").Message, TestContext.Current.CancellationToken);
            await sink.HeardAsync("RCPT TO:<b@example.org>");
        }

        await sink.DisposeAsync();

        Assert.Equal(Mail.To("a").Message, Assert.Single(sink.Messages));
        Assert.DoesNotContain("QUIT", sink.Commands);
    }

    [Fact]
    public async Task A_recipient_who_is_refused_early_is_refused_when_the_turn_comes_and_hinders_nobody()
    {
        Script(heard => heard == "RCPT TO:<b@example.org>" ? "550 5.1.1 no such mailbox" : null);

        var replies = await SendAllAsync("a", "b", "c");

        Assert.Equal([TransportOutcome.Accepted, TransportOutcome.Refused, TransportOutcome.Accepted], replies.Select(reply => reply.Outcome));
        Assert.Equal(TransportStage.Recipient, replies[1].Stage);
        Assert.Equal(["a", "c"], _sink.Messages.Select(Mail.RecipientOf));
        Assert.Equal(1, _sink.Connections);
    }

    [Theory]
    [InlineData("RCPT", true)]
    [InlineData("MAIL", false)]
    public async Task A_server_that_wants_a_message_for_nobody_gets_an_empty_one_unless_it_could_go_to_somebody(string refused, bool isEnded)
    {
        Script(heard => heard.StartsWith(refused, StringComparison.Ordinal) ? "550 5.1.1 no" : heard == "DATA" ? "354 go on" : null);

        Assert.Equal(TransportOutcome.Refused, (await SendAsync(Mail.To("a"))).Outcome);
        await Transport.DisposeAsync();
        _transport = null;

        await _sink.HeardAsync("DATA");
        Assert.Equal((isEnded, isEnded), (_sink.Commands.Contains("."), _sink.Commands.Contains("QUIT")));
    }

    [Fact]
    public async Task A_message_that_is_refused_leaves_the_next_as_it_was()
    {
        var dots = 0;
        Script(heard => heard == "." && ++dots == 1 ? "554 5.7.1 spam" : null);

        var replies = await SendAllAsync("a", "b");

        Assert.Equal([TransportOutcome.Refused, TransportOutcome.Accepted], replies.Select(reply => reply.Outcome));
        Assert.Equal(Mail.To("b").Message, Assert.Single(_sink.Messages));
    }

    [Theory]
    [InlineData("503 5.5.1 not yet")]
    [InlineData("451 4.3.0 one after the other")]
    [InlineData(SmtpSinkScript.HangUp)]
    [InlineData(Silence)]
    public async Task A_server_that_takes_it_ill_gets_each_envelope_in_its_time(string said)
    {
        var (mails, isSilent) = (0, false);
        Script(heard =>
        {
            var isEarly = heard.StartsWith("MAIL", StringComparison.Ordinal) && ++mails == 2;
            isSilent = heard != "CONNECT" && (isSilent || (isEarly && said == Silence));
            return isEarly || isSilent ? said : null;
        });
        _transport = Open(new SmtpTimeouts { Command = TimeSpan.FromSeconds(1) });

        Assert.All(await SendAllAsync("a", "b"), AssertAccepted);
        Expect(Mail.To("d"));
        AssertAccepted(await SendAsync(Mail.To("c")));
        AssertAccepted(await SendAsync(Mail.To("e")));

        Assert.Equal(["a", "b", "c", "e"], _sink.Messages.Select(Mail.RecipientOf));
        Assert.DoesNotContain("d@example.org", Recipients);
        Assert.Equal(2, _sink.Connections);
    }

    [Fact]
    public async Task A_server_that_has_had_enough_of_one_connection_hears_of_the_next_mail_over_another()
    {
        var mails = 0;
        Script(heard => heard.StartsWith("MAIL", StringComparison.Ordinal) && ++mails % 3 == 0 ? "421 4.7.0 enough for one connection" : null);

        Assert.All(await SendAllAsync("a", "b", "c", "d"), AssertAccepted);

        Assert.Equal(["a", "b", "c", "d"], _sink.Messages.Select(Mail.RecipientOf));
        Assert.Equal(2, _sink.Connections);
    }

    [Fact]
    public async Task A_connection_lost_after_the_final_dot_leaves_that_mail_unknown_and_the_next_untouched()
    {
        var dots = 0;
        Script(heard => heard == "." && ++dots == 1 ? SmtpSinkScript.HangUp : null);

        var replies = await SendAllAsync("a", "b");

        Assert.Equal([TransportOutcome.Unknown, TransportOutcome.Accepted], replies.Select(reply => reply.Outcome));
        Assert.Equal(Mail.To("b").Message, Assert.Single(_sink.Messages));
    }

    [Fact]
    public async Task Where_commands_may_not_go_in_one_piece_nothing_goes_early()
    {
        _sink.Script = new SmtpSinkScript { Extensions = ["8BITMIME"] };
        Expect(Mail.To("b"));
        await SendAsync(Mail.To("a"));

        AssertAccepted(await SendAsync(Mail.To("c")));

        Assert.Equal(["a@example.org", "c@example.org"], Recipients);
        Assert.Equal(1, _sink.Connections);
    }

    [Theory]
    [InlineData("zoë@example.org")]
    [InlineData("b@example.org\r\nRCPT TO:<victim@example.org>")]
    public async Task What_cannot_be_sent_is_not_begun(string recipient)
    {
        var impossible = Mail.To("b") with { Envelope = new Envelope("digest@example.org", recipient, "b@example.org") };
        Expect(impossible);
        await SendAsync(Mail.To("a"));

        var reply = await SendAsync(impossible);

        Assert.Equal((TransportOutcome.Refused, TransportStage.Recipient), (reply.Outcome, reply.Stage));
        Assert.Equal(["a@example.org"], Recipients);
    }

    private void Script(Func<string, string?> reply) => _sink.Script = new SmtpSinkScript { Extensions = Offers, Reply = reply };

    private SubmissionTransport Open(SmtpTimeouts timeouts, SmtpSink? sink = null) => new(new SmtpSettings { Host = "localhost", Port = (sink ?? _sink).Port, Security = SmtpSecurity.None }, timeouts);

    /// <summary>Each is expected while the one before is sent.</summary>
    private async Task<TransportReply[]> SendAllAsync(params string[] people)
    {
        var replies = new List<TransportReply>();
        for (var at = 0; at < people.Length; at++)
        {
            if (at + 1 < people.Length)
            {
                Expect(Mail.To(people[at + 1]));
            }

            replies.Add(await SendAsync(Mail.To(people[at])));
        }

        return [.. replies];
    }

    private void Expect(Mail mail) => Transport.Expect(mail.Envelope, mail.Message);

    private Task<TransportReply> SendAsync(Mail mail) => Transport.SendAsync(mail.Envelope, mail.Message, TestContext.Current.CancellationToken);

    private static void AssertAccepted(TransportReply reply) => Assert.Equal((TransportOutcome.Accepted, TransportStage.Done), (reply.Outcome, reply.Stage));

    private sealed record Mail(Envelope Envelope, byte[] Message)
    {
        private static readonly Dictionary<string, Mail> Known = [];

        /// <returns>The same mail for the same person.</returns>
        public static Mail To(string person)
        {
            var address = $"{person}@example.org";
            lock (Known)
            {
                return Known.TryGetValue(person, out var mail)
                    ? mail
                    : Known[person] = new Mail(new Envelope("digest@example.org", address, AMessage.To(address).MessageId), MimeWriter.Write(AMessage.To(address)));
            }
        }

        public static string RecipientOf(byte[] message) => Known.Single(known => known.Value.Message.SequenceEqual(message)).Key;
    }
}

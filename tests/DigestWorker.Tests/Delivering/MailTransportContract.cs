using System.Text;
using DigestWorker.Delivering;

namespace DigestWorker.Tests.Delivering;

/// <summary>What holds for every way of sending.</summary>
public abstract class MailTransportContract
{
    private protected abstract IMailTransport Transport { get; }

    private protected abstract IReadOnlyList<byte[]> Arrived();

    [Fact]
    public async Task A_message_that_is_accepted_has_arrived_byte_for_byte()
    {
        var message = MimeWriter.Write(AMessage.To("lead@school.example.org"));

        var reply = await SendAsync(AnEnvelope("lead@school.example.org"), message);

        Assert.Equal((TransportOutcome.Accepted, TransportStage.Done), (reply.Outcome, reply.Stage));
        Assert.Equal(message, Assert.Single(Arrived()));
    }

    [Theory]
    [InlineData(".\r\n")]
    [InlineData("..\r\n.\r\n\r\n")]
    [InlineData(".hidden\r\n...three dots\r\nno dot.\r\n.\r\n")]
    [InlineData("before\r\n.\r\nMAIL FROM:<second@example.org>\r\nRCPT TO:<victim@example.org>\r\nDATA\r\n")]
    public async Task Dots_that_open_a_line_neither_vanish_nor_end_the_message(string body)
    {
        var message = Encoding.ASCII.GetBytes($"From: a@example.org\r\nSubject: dots\r\n\r\n{body}");

        await SendAsync(AnEnvelope("lead@school.example.org"), message);

        Assert.Equal(message, Assert.Single(Arrived()));
    }

    [Fact]
    public async Task Lines_of_the_greatest_allowed_length_arrive_whole()
    {
        var message = Encoding.ASCII.GetBytes($"From: a@example.org\r\nSubject: long\r\n\r\n{new string('x', 998)}\r\n{new string('.', 997)}\r\n");

        await SendAsync(AnEnvelope("lead@school.example.org"), message);

        Assert.Equal(message, Assert.Single(Arrived()));
    }

    [Fact]
    public async Task Many_messages_arrive_each_once()
    {
        var messages = Enumerable.Range(1, 25).Select(i => MimeWriter.Write(AMessage.To($"lead{i}@school.example.org"))).ToList();

        for (var i = 0; i < messages.Count; i++)
        {
            var reply = await SendAsync(AnEnvelope($"lead{i}@school.example.org"), messages[i]);
            Assert.Equal(TransportOutcome.Accepted, reply.Outcome);
        }

        Assert.Equal(messages.Select(Convert.ToHexString).Order(), Arrived().Select(Convert.ToHexString).Order());
    }

    [Theory]
    [InlineData("lead@example.org\r\nRCPT TO:<victim@example.org>")]
    [InlineData("lead@example.org\nDATA")]
    [InlineData("lead@example.org> SIZE=1")]
    [InlineData("lead@exam\u0000ple.org")]
    [InlineData("lead name@example.org")]
    [InlineData("<lead@example.org>")]
    [InlineData("lead@")]
    [InlineData("@example.org")]
    [InlineData("lead")]
    [InlineData("")]
    public async Task An_address_that_could_say_more_than_an_address_is_refused_and_nothing_is_sent(string recipient)
    {
        var reply = await SendAsync(AnEnvelope("lead@school.example.org") with { Recipient = recipient }, MimeWriter.Write(AMessage.To("lead@school.example.org")));

        Assert.Equal((TransportOutcome.Refused, TransportStage.Recipient), (reply.Outcome, reply.Stage));
        Assert.Empty(Arrived());
    }

    [Fact]
    public async Task A_reply_is_one_line_and_names_no_one()
    {
        var reply = await SendAsync(AnEnvelope("lead@school.example.org"), MimeWriter.Write(AMessage.To("lead@school.example.org")));

        Assert.DoesNotContain(reply.Text, char.IsControl);
        Assert.DoesNotContain("school.example.org", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_send_that_is_cancelled_says_so_by_exception()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Transport.SendAsync(AnEnvelope("lead@school.example.org"), MimeWriter.Write(AMessage.To("lead@school.example.org")), cancelled));

        Assert.Empty(Arrived());
    }

    private protected Task<TransportReply> SendAsync(Envelope envelope, byte[] message) =>
        Transport.SendAsync(envelope, message, TestContext.Current.CancellationToken);

    private protected static Envelope AnEnvelope(string recipient) =>
        new("digest@example.org", recipient, AMessage.To(recipient).MessageId);
}

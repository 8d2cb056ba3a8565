using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

public sealed class BounceEnvelopeTests : IDisposable
{
    private readonly BounceBox _box = new();

    [Fact]
    public async Task Each_delivery_has_a_sender_of_its_own_and_a_retry_the_same()
    {
        await PublishAsync();
        await using var transport = new ScriptedTransport(
            new TransportReply(TransportOutcome.Deferred, TransportStage.Recipient, "451 4.7.1 Greylisted"),
            new TransportReply(TransportOutcome.Accepted, TransportStage.Done, "250 2.0.0 Queued"));

        await SendAsync(transport);
        _box.Newsroom.Clock.Now = BounceBox.Monday.AddHours(1);
        await SendAsync(transport);

        var sender = $"bounce+{_box.BounceToken()}@digest.example.org";
        Assert.Equal([sender, sender], transport.Envelopes.Select(envelope => envelope.From));
        Assert.Matches(@"^bounce\+[0-9a-f]{32}@digest\.example\.org$", sender);
    }

    [Theory]
    [InlineData("550 5.1.1 (address) User unknown", SubscriberState.Suppressed, "Hard")]
    [InlineData("550-5.2.1 Mailbox disabled", SubscriberState.Suppressed, "Hard")]
    [InlineData("552 5.2.2 Mailbox full", SubscriberState.Active, "Soft")]
    [InlineData("550 5.7.1 Blocked", SubscriberState.Active, "Refused")]
    [InlineData("554 5.7.1 Spam 5.1.1", SubscriberState.Active, "Refused")]
    [InlineData("550 No such user", SubscriberState.Active, "")]
    public async Task A_refusal_of_the_recipient_fails_the_delivery_and_counts_only_if_it_says_that_the_mailbox_is_gone(
        string reply, SubscriberState state, string kind)
    {
        await PublishAsync();
        await using var transport = new ScriptedTransport(new TransportReply(TransportOutcome.Refused, TransportStage.Recipient, reply));

        var sent = await SendAsync(transport);

        Assert.Equal((1, state), (sent!.Failed, _box.State));
        Assert.Equal(kind, _box.Text("select coalesce((select kind from bounce), '')"));
    }

    [Fact]
    public async Task A_mailbox_that_is_full_three_editions_in_a_row_while_sending_is_suppressed_too()
    {
        foreach (var week in Enumerable.Range(0, 3))
        {
            Assert.Equal(SubscriberState.Active, week == 0 ? SubscriberState.Active : _box.State);
            await PublishAsync(week);
            await using var transport = new ScriptedTransport(
                new TransportReply(TransportOutcome.Refused, TransportStage.Recipient, "552 5.2.2 Mailbox full"));
            await SendAsync(transport);
        }

        Assert.Equal(SubscriberState.Suppressed, _box.State);
    }

    public void Dispose() => _box.Dispose();

    private async Task PublishAsync(int week = 0)
    {
        await _box.ComposableAsync(week);
        _box.Newsroom.Services.GetRequiredService<PublishEdition>()
            .Run(EditionWeek.LastComplete(_box.Newsroom.Clock.Now), _ => true, TestContext.Current.CancellationToken);
    }

    private Task<SendReport?> SendAsync(ScriptedTransport transport) =>
        _box.Newsroom.Services.GetRequiredService<SendDeliveries>().RunAsync(new SendingOrder(() => transport, 1, ByHand: true), null, TestContext.Current.CancellationToken);
}

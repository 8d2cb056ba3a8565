using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Pipeline.Measuring;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestWorker.Tests.Pipeline.Mailing;

/// <summary>Letters go out once each, whoever dies or begins a second run.</summary>
public sealed class SendLettersTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private static readonly TransportReply Taken = new(TransportOutcome.Accepted, TransportStage.Done, "250 ok");

    private readonly Newsroom _newsroom = new(Monday);

    private Letters Letters => _newsroom.Services.GetRequiredService<Letters>();

    [Fact]
    public async Task What_a_sender_that_died_had_claimed_goes_out_again_under_the_same_id_and_not_before_a_quarter_of_an_hour()
    {
        Add("a");
        var claimed = Letters.Claim(Monday)!;

        _newsroom.Clock.Now = Monday.AddMinutes(14);
        Assert.Empty((await SendAsync()).Envelopes);
        _newsroom.Clock.Now = Monday.AddMinutes(15);
        Assert.Equal(claimed.Letter.MessageId, Assert.Single((await SendAsync(Taken)).Envelopes).MessageId);
        Assert.Empty((await SendAsync()).Envelopes);
    }

    [Fact]
    public async Task Two_senders_at_once_send_each_letter_once()
    {
        foreach (var at in Enumerable.Range(0, 60))
        {
            Add($"k{at}");
        }

        var transports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync([.. Enumerable.Repeat(Taken, 60)]))));

        var sent = transports.SelectMany(transport => transport.Envelopes).Select(envelope => envelope.MessageId).ToList();
        Assert.Equal((60, 60), (sent.Count, sent.Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(60, _newsroom.Scalar("select count(*) from letter where state = 'Sent' and text = '' and html = ''"));
    }

    [Fact]
    public async Task A_letter_that_is_put_off_waits_and_goes_out_later()
    {
        Add("a");
        await SendAsync(new TransportReply(TransportOutcome.Deferred, TransportStage.Recipient, "451 later"));
        _newsroom.Clock.Now = Monday.AddMinutes(10);
        Assert.Empty((await SendAsync()).Envelopes);

        _newsroom.Clock.Now = Monday.AddMinutes(31);
        Assert.Single((await SendAsync(Taken)).Envelopes);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from letter where state = 'Sent' and attempts = 2"));
    }

    [Fact]
    public async Task A_server_that_refuses_the_sender_is_left_alone_and_no_letter_is_given_up()
    {
        Add("a");
        Add("b");
        Assert.Single((await SendAsync(new TransportReply(TransportOutcome.Refused, TransportStage.Auth, "535 no"))).Envelopes);

        _newsroom.Clock.Now = Monday.AddMinutes(3);
        Assert.Equal(2, (await SendAsync(Taken, Taken)).Envelopes.Count);
    }

    [Fact]
    public async Task A_letter_that_the_server_may_have_waits_for_its_next_try_and_gets_few()
    {
        Add("a");
        var lost = new TransportReply(TransportOutcome.Unknown, TransportStage.AfterFinalDot, "The connection was lost.") { IsBroken = true };
        await SendAsync(lost);
        _newsroom.Clock.Now = Monday.AddMinutes(14);
        Assert.Empty((await SendAsync()).Envelopes);

        var tries = 1;
        while (_newsroom.Clock.Now < Monday.AddDays(6))
        {
            _newsroom.Clock.Now += TimeSpan.FromMinutes(30);
            tries += (await SendAsync(lost)).Envelopes.Count;
        }

        Assert.Equal((5, 1), (tries, _newsroom.Scalar("select count(*) from letter where state = 'Failed'")));
    }

    [Fact]
    public async Task A_letter_that_had_to_wait_for_the_server_is_not_given_up_at_its_first_doubt()
    {
        Add("a");
        for (var at = 0; at < 9; at++)
        {
            await SendAsync(new TransportReply(TransportOutcome.Deferred, TransportStage.Connect, "The server cannot be reached.") { IsBroken = true });
            _newsroom.Clock.Now += TimeSpan.FromMinutes(2);
        }

        await SendAsync(new TransportReply(TransportOutcome.Unknown, TransportStage.AfterFinalDot, "The connection was lost.") { IsBroken = true });

        _newsroom.Clock.Now += TimeSpan.FromHours(4);
        Assert.Single((await SendAsync(Taken)).Envelopes);
    }

    [Fact]
    public async Task A_refused_recipient_ends_the_letter_and_the_next_goes_out()
    {
        Add("a");
        Add("b");
        await SendAsync(new TransportReply(TransportOutcome.Refused, TransportStage.Recipient, "550 no"), Taken);

        Assert.Equal(1, _newsroom.Scalar("select count(*) from letter where state = 'Failed' and text = ''"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from letter where state = 'Sent'"));
    }

    [Fact]
    public async Task After_five_days_a_letter_is_given_up()
    {
        Add("a");
        _newsroom.Clock.Now = Monday.AddDays(5).AddSeconds(1);
        await SendAsync(new TransportReply(TransportOutcome.Deferred, TransportStage.Recipient, "451 later"));

        Assert.Equal(1, _newsroom.Scalar("select count(*) from letter where state = 'Failed'"));
    }

    [Fact]
    public async Task Outside_production_only_the_safe_addresses_get_letters()
    {
        _newsroom.OnlyTo = ["@safe.example.org"];
        Add("a");

        Assert.Empty((await SendAsync()).Envelopes);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from letter where state = 'Suppressed'"));
    }

    [Fact]
    public async Task Letters_keep_to_the_rate_of_mails_and_one_that_is_called_off_while_it_waits_is_as_before()
    {
        _newsroom.PerMinute = 6;
        Add("a");
        Add("b");
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var transport = new ScriptedTransport(Taken, Taken);

        var running = Sender(transport).RunAsync(ending.Token);
        await FirstAsync(transport);
        await ending.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Single(transport.Envelopes);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from letter where state = 'Queued' and attempts = 0 and due_at = '2026-11-23T07:30:00Z'"));
    }

    [Fact]
    public async Task Whoever_leaves_while_a_letter_waits_for_its_turn_gets_it_no_more()
    {
        _newsroom.PerMinute = 20;
        _newsroom.Subscribe("b@example.org");
        Add("a");
        Add("b");
        _newsroom.Scalar("update letter set token = 't', subscriber_id = (select id from subscriber) where key = 'b' returning 0");
        var transport = new ScriptedTransport(Taken, Taken);

        var running = Sender(transport).RunAsync(TestContext.Current.CancellationToken);
        await FirstAsync(transport);
        _newsroom.Scalar("update subscriber set state = 'Unsubscribed', ended_at = '2026-11-23T07:30:00Z' returning 0");

        Assert.Equal(1, await running);
        Assert.Equal(1, _newsroom.Scalar("select count(*) from letter where key = 'b' and state = 'Suppressed'"));
    }

    [Fact]
    public void A_letter_that_was_written_before_is_not_written_again()
    {
        Assert.True(Add("a"));
        Assert.False(Add("a"));
    }

    public void Dispose() => _newsroom.Dispose();

    private bool Add(string key) => _newsroom.Services.GetRequiredService<Database>().InTransaction(connection => Letters.Add(
        connection,
        new Letter(key, "digest+confirm@example.org", $"{key}@example.org", "Please confirm", "text", "<p>text</p>") { MessageId = $"{key}@example.org", ComposedAt = Monday }));

    private async Task<ScriptedTransport> SendAsync(params TransportReply[] replies)
    {
        var transport = new ScriptedTransport(replies);
        await Sender(transport).RunAsync(TestContext.Current.CancellationToken);
        return transport;
    }

    private static async Task FirstAsync(ScriptedTransport transport)
    {
        while (transport.Envelopes.IsEmpty)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private SendLetters Sender(ScriptedTransport transport) => new(
        The<DigestSettings>(), Letters, The<MailRate>(), _ => transport, The<Instruments>(), _newsroom.Clock, NullLogger<SendLetters>.Instance);

    private T The<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();
}

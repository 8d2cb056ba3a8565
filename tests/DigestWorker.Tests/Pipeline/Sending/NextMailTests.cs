using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using DigestWorker.Delivering;
using DigestWorker.Delivering.Smtp;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Pipeline.Sending;

/// <summary>A mail that is begun on early is sent no earlier, and only to whom it is still wanted by.</summary>
public sealed class NextMailTests : IAsyncLifetime
{
    private readonly SendingRoom _room = new();
    private readonly SmtpSink _sink = new(new SmtpSinkScript());

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _sink.DisposeAsync();
        _room.Dispose();
    }

    [Fact]
    public async Task Whoever_leaves_while_the_mail_before_is_taken_gets_nothing_though_the_server_has_heard_of_them()
    {
        await _room.ComposeAsync("a@example.org", "b@example.org");
        Script(takes: () => Array.ForEach(["a@example.org", "b@example.org"], address => _room.The<Subscribers>().Remove(address, SendingRoom.Monday)));

        var report = await SendAsync(connections: 1);

        Assert.Equal((1, 1), (report.Sent, report.Suppressed));
        Assert.Single(_sink.Messages);
        await _sink.HeardAsync("MAIL", times: 2);
    }

    [Fact]
    public async Task Everybody_gets_one_mail_from_a_server_that_soon_has_enough_of_a_connection()
    {
        var (people, mails) = (SendingRoom.Addresses(60), 0);
        await _room.ComposeAsync(people);
        Script(reply: heard => heard.StartsWith("MAIL", StringComparison.Ordinal) && Interlocked.Increment(ref mails) % 5 == 0 ? "421 4.7.0 enough for one connection" : null);

        var report = await SendAsync(connections: 3);

        Assert.Equal(people.Length, report.Sent);
        Assert.Equal(people, _sink.Messages.Select(Recipient).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Mails_that_were_made_ahead_wait_where_the_server_takes_no_more()
    {
        await _room.ComposeAsync(SendingRoom.Addresses(10));
        var mails = 0;
        Script(reply: heard => heard.StartsWith("MAIL", StringComparison.Ordinal) && ++mails > 3 ? "550 5.7.1 not you" : null);

        var report = await SendAsync(connections: 1);

        Assert.Equal((3, 0), (report.Sent, report.Failed));
        Script();
        Assert.Equal(7, (await SendAsync(connections: 1)).Sent);
        Assert.Equal(10, _sink.Messages.Select(Recipient).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Each_mail_but_the_first_is_told_of_before_its_turn()
    {
        var (sent, expected) = await ListenAsync(_room);

        Assert.Equal(5, sent.Count);
        Assert.Equal(sent.Skip(1), expected);
    }

    [Fact]
    public async Task Nothing_is_begun_on_that_has_to_wait_for_its_turn()
    {
        using var room = new SendingRoom { Newsroom = new(SendingRoom.Monday.AddDays(-6)) { PerMinute = 60_000 } };
        var (sent, expected) = await ListenAsync(room);

        Assert.Equal(5, sent.Count);
        Assert.Empty(expected);
    }

    [Fact]
    public async Task Nothing_is_begun_on_for_an_address_that_is_not_to_get_mail_here()
    {
        using var room = new SendingRoom { Newsroom = new(SendingRoom.Monday.AddDays(-6)) { OnlyTo = ["s000@example.org"] } };
        var (sent, expected) = await ListenAsync(room);

        Assert.Equal(["s000@example.org"], sent);
        Assert.Empty(expected);
    }

    [Fact]
    public async Task A_mail_is_noted_though_those_after_it_cannot_be_made_meanwhile()
    {
        var people = SendingRoom.Addresses(60);
        await _room.ComposeAsync(people);
        var busy = new Busy(work =>
        {
            Rename("digest", "digest_gone");
            work();
            Rename("digest_gone", "digest");
        });

        await Assert.ThrowsAnyAsync<DbException>(() => _room.The<SendDeliveries>().RunAsync(new SendingOrder(() => busy, 1, ByHand: true), null, TestContext.Current.CancellationToken));

        Assert.InRange(busy.Sent.Count, 1, people.Length - 1);
        await _room.SendAsync(envelope => busy.Answer(envelope));
        Assert.Equal(people, busy.Sent.Order(StringComparer.Ordinal));
    }

    private void Rename(string table, string to) => _room.The<Database>().InTransaction(connection => connection.Execute($"alter table {table} rename to {to}"));

    private static async Task<(IReadOnlyCollection<string> Sent, IReadOnlyCollection<string> Expected)> ListenAsync(SendingRoom room)
    {
        await room.ComposeAsync(SendingRoom.Addresses(5));
        var listening = new Listening();
        await room.The<SendDeliveries>().RunAsync(new SendingOrder(() => listening, 1, ByHand: true), progress: null, TestContext.Current.CancellationToken);
        return (listening.Sent, listening.Expected);
    }

    private void Script(Func<string, string?>? reply = null, Action? takes = null) => _sink.Script = new SmtpSinkScript
    {
        Extensions = ["PIPELINING"],
        Reply = reply ?? (_ => null),
        HangsUpAfterTaking = () =>
        {
            takes?.Invoke();
            return false;
        },
    };

    private async Task<SendReport> SendAsync(int connections)
    {
        var settings = new SmtpSettings { Host = "localhost", Port = _sink.Port, Connections = connections, Security = SmtpSecurity.None };
        var order = new SendingOrder(() => new SubmissionTransport(settings, SmtpTimeouts.Rfc5321), connections, ByHand: true);
        return (await _room.The<SendDeliveries>().RunAsync(order, progress: null, TestContext.Current.CancellationToken))!;
    }

    private static string Recipient(byte[] message) => StrictMessage.Read(message)["To"];

    private sealed class Busy(Action<Action> whileBusy) : IMailTransport
    {
        private Action _work = () => { };

        public ConcurrentQueue<string> Sent { get; } = [];

        public void Meanwhile(Action work) => _work = work;

        public Task<TransportReply> SendAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
        {
            whileBusy(_work);
            return Task.FromResult(Answer(envelope));
        }

        public TransportReply Answer(Envelope envelope)
        {
            Sent.Enqueue(envelope.Recipient);
            return SendingRoom.Accepted;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Listening : IMailTransport
    {
        public ConcurrentQueue<string> Expected { get; } = [];

        public ConcurrentQueue<string> Sent { get; } = [];

        public Task<TransportReply> SendAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
        {
            Sent.Enqueue(envelope.Recipient);
            return Task.FromResult(SendingRoom.Accepted);
        }

        public void Expect(Envelope envelope, ReadOnlyMemory<byte> message) => Expected.Enqueue(envelope.Recipient);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

using System.Collections.Concurrent;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Sending;

/// <summary>An edition that is composed and waits, and a mail server that answers as the test says.</summary>
internal sealed class SendingRoom : IDisposable
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    public static readonly TransportReply Accepted = new(TransportOutcome.Accepted, TransportStage.Done, "250 2.0.0 queued");

    private readonly ConcurrentQueue<Envelope> _tried = [];
    private int _open;

    public Newsroom Newsroom { get => field ??= new(Monday.AddDays(-6)) { AdminAddress = "admin@example.org" }; init; }

    /// <summary>In the order of their arrival.</summary>
    public IReadOnlyList<Envelope> Tried => [.. _tried];

    public int MostOpen { get; private set; }

    public int Open => _open;

    public T The<T>()
        where T : notnull => Newsroom.Services.GetRequiredService<T>();

    public async Task ComposeAsync(params string[] addresses)
    {
        Newsroom.Publish("charity");
        await Newsroom.CollectAsync();
        Newsroom.Publish("charity", FeedEntry.Grooming("a"));
        await Newsroom.CollectAsync();
        Array.ForEach(addresses, address => Newsroom.Subscribe(address));
        Newsroom.Clock.Now = Monday;
        var published = The<PublishEdition>().Run(EditionWeek.LastComplete(Monday), _ => true, TestContext.Current.CancellationToken);
        The<Editions>().Composed(published.Edition, Monday);
    }

    public Task<SendReport> SendAsync(Func<Envelope, TransportReply> answer, bool byHand = false, int connections = 1) => SendAsync(() => answer, byHand, connections);

    /// <param name="connect">Gives what the server answers over one more connection.</param>
    public async Task<SendReport> SendAsync(Func<Func<Envelope, TransportReply>> connect, bool byHand = false, int connections = 1) =>
        (await The<SendDeliveries>().RunAsync(
            new SendingOrder(() => new Server(this, connect()), connections, byHand), progress: null, TestContext.Current.CancellationToken))!;

    public Task WatchAsync() => Newsroom.WatchAsync();

    public EditionReport Report() => The<EditionReports>().Of(The<Editions>().Find(EditionWeek.LastComplete(Monday))!);

    public IReadOnlyList<UnsentDigest> Unsent() => The<EditionReports>().Unsent(The<Editions>().Find(EditionWeek.LastComplete(Monday))!);

    public string[] AlertMails() => [.. Newsroom.Mails.Where(mail => Path.GetFileName(mail).StartsWith("alert-", StringComparison.Ordinal)).Select(File.ReadAllText)];

    public static string[] Addresses(int count, string domain = "example.org") => [.. Enumerable.Range(0, count).Select(at => $"s{at:000}@{domain}")];

    public static TransportReply Refused(TransportStage stage, string text) => new(TransportOutcome.Refused, stage, text);

    public static TransportReply Deferred(TransportStage stage, string text) => new(TransportOutcome.Deferred, stage, text);

    public void Dispose() => Newsroom.Dispose();

    private sealed class Server : IMailTransport
    {
        private readonly SendingRoom _room;
        private readonly Func<Envelope, TransportReply> _answer;

        public Server(SendingRoom room, Func<Envelope, TransportReply> answer)
        {
            (_room, _answer) = (room, answer);
            _room.MostOpen = Math.Max(_room.MostOpen, Interlocked.Increment(ref _room._open));
        }

        public Task<TransportReply> SendAsync(Envelope envelope, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
        {
            _room._tried.Enqueue(envelope);
            return Task.FromResult(_answer(envelope));
        }

        public ValueTask DisposeAsync()
        {
            Interlocked.Decrement(ref _room._open);
            return ValueTask.CompletedTask;
        }
    }
}

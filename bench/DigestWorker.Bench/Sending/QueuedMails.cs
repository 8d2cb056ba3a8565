using System.Diagnostics;
using Dapper;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Settings;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Sending;

/// <summary>An edition that waits to be sent over so many connections.</summary>
/// <param name="Messages">One of each profile, for whoever sends without the program.</param>
internal sealed record QueuedMails(IServiceProvider Services, IReadOnlyList<byte[]> Messages, int Count, int Connections)
{
    private const string QueueAgainSql = "update delivery set state = 'Queued', attempts = 0, reply = null, sent_at = null";

    public static QueuedMails Of(IServiceProvider services, int count, int connections) => new(services, MessagesOf(services), count, connections);

    public static void QueueAgain(IServiceProvider services) => services.GetRequiredService<Database>().InTransaction(connection => connection.Execute(QueueAgainSql));

    public Task<double> SendAsync(int port) => SmtpOrder.SecondsAsync(Services, SmtpOrder.To(port, Connections), Count);

    public Task<double> SendBareAsync(int port, bool early = false) => BareSender.RunAsync(port, Connections, (Messages, Count), early);

    /// <summary>What sending asks of the database, once more without any mail: claims, the last look at the subscriber, the notes.</summary>
    public async Task<double> AskDatabaseAsync()
    {
        QueueAgain(Services);
        var database = Services.GetRequiredService<Database>();
        using var sender = database.TrySend()!;
        using var ledger = new SendingLedger(database, sender, Connections);
        var (claimed, started) = (new ClaimedMails(ledger), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => NoteAsync(ledger, claimed))));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task NoteAsync(SendingLedger ledger, ClaimedMails claimed)
    {
        while (claimed.Next() is { } delivery)
        {
            if (ledger.Standing(delivery) == ClaimStanding.Wanted)
            {
                await ledger.SentAsync(delivery, "250 2.0.0 fine", TimeProvider.System.GetUtcNow());
            }
        }
    }

    private static List<byte[]> MessagesOf(IServiceProvider services)
    {
        QueueAgain(services);
        var database = services.GetRequiredService<Database>();
        using var sender = database.TrySend()!;
        using var ledger = new SendingLedger(database, sender);
        var all = ledger.Claim(DateTimeOffset.MaxValue, int.MaxValue);
        var messages = new DigestMessages(services.GetRequiredService<DigestSettings>().Delivery, services.GetRequiredService<Profiles>());
        List<byte[]> prepared = [.. all.DistinctBy(delivery => delivery.ProfileId).Select(delivery => messages.Prepare(delivery).Message.ToArray())];
        QueueAgain(services);
        return prepared;
    }

    /// <summary>One batch after the other for all connections, as the program claims them.</summary>
    private sealed class ClaimedMails(SendingLedger ledger)
    {
        private readonly Lock _turn = new();
        private Queue<DueDelivery> _claimed = new();

        /// <returns>Null when nothing more is due.</returns>
        public DueDelivery? Next()
        {
            lock (_turn)
            {
                _claimed = _claimed.Count > 0 ? _claimed : new Queue<DueDelivery>(ledger.Claim(DateTimeOffset.MaxValue, DueMails.Batch));
                return _claimed.TryDequeue(out var next) ? next : null;
            }
        }
    }
}

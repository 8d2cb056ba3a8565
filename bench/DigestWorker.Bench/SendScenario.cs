using System.Diagnostics;
using Dapper;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Delivering.Smtp;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Settings;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench;

/// <summary>Sending what is queued, the rows from the database and back into it included, set against bare sockets in the same run.</summary>
internal static class SendScenario
{
    // Mails of some 30 kB in a dozen profiles.
    private const int Entries = 10;

    // At least 60 % of the bare rate.
    private const double MostTimes = 1 / 0.6;

    // At least twice the rate of the other transport.
    private const double MostOfOther = 0.5;

    private static readonly TimeSpan OtherFor = TimeSpan.FromSeconds(5);

    private const string QueueAgainSql = "update delivery set state = 'Queued', attempts = 0, reply = null, sent_at = null";

    public static async Task<Measure[]> RunAsync(int mails)
    {
        var measures = new List<Measure>();
        using var postfix = MailSink.Own is null ? await PostfixSink.TryStartAsync() : null;
        foreach (var connections in new[] { 1, 8 })
        {
            using var edition = await ComposeScenario.PublishedAsync(mails, _ => "Area 1", Entries);
            measures.AddRange(await SendAsync(edition, connections, mails));
            if (postfix is not null)
            {
                measures.Add(await SendToPostfixAsync(edition.Services, postfix.Port, connections, mails));
            }
        }

        return [.. measures, new Measure("  peak memory, composing included", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, 400, "MB")];
    }

    public static async Task<double> MillisecondsAMailAsync(int mails)
    {
        using var edition = await ComposeScenario.PublishedAsync(mails, _ => "Area 1", Entries);
        using var sink = new MailSink();
        var (_, seconds) = await RunAsync(edition.Services, sink, Order(sink.Port, connections: 4));
        return seconds * 1000 / mails;
    }

    private static async Task<Measure[]> SendAsync(ComposeScenario.Published edition, int connections, int mails)
    {
        using var sink = new MailSink();
        var message = Prepared(edition.Services);
        var bare = await BareSender.RunAsync(sink.Port, connections, (message, mails));
        var (first, seconds) = await RunAsync(edition.Services, sink, Order(sink.Port, connections));
        var database = await DatabaseSecondsAsync(edition.Services);
        Measure[] measures =
        [
            TimesBare("", connections, (mails, message), (seconds, bare)),
            new($"  to the first mail, {connections} connections", first, 5, "s"),
            new($"  the same work of the database alone, of that time, {connections} connections", database * 100 / seconds, 35, "%"),
        ];
        return OtherTransport.Of(Settings(sink.Port, connections)) is { } other ? [.. measures, await OtherAsync(edition.Services, sink, new SendingOrder(other, connections, ByHand: true), mails / seconds)] : measures;
    }

    private static async Task<Measure> SendToPostfixAsync(IServiceProvider services, int port, int connections, int mails)
    {
        QueueAgain(services);
        var message = Prepared(services);
        var bare = await BareSender.RunAsync(port, connections, (message, mails));
        var started = Stopwatch.GetTimestamp();
        await services.GetRequiredService<SendDeliveries>().RunAsync(Order(port, connections), progress: null, CancellationToken.None);
        return TimesBare(" into Postfix's smtp-sink", connections, (mails, message), (Stopwatch.GetElapsedTime(started).TotalSeconds, bare));
    }

    private static Measure TimesBare(string where, int connections, (int Count, byte[] Message) mails, (double Ours, double Bare) seconds) =>
        new($"{mails.Count:N0} mails over {connections} connections{where}, times bare sockets", seconds.Ours / seconds.Bare, MostTimes, "x")
        {
            Detail = $"{mails.Count / seconds.Ours:N0} a second of {mails.Message.Length / 1000} kB against {mails.Count / seconds.Bare:N0}",
        };

    private static SendingOrder Order(int port, int connections) =>
        new(() => new SubmissionTransport(Settings(port, connections), SmtpTimeouts.Rfc5321), connections, ByHand: true);

    private static SmtpSettings Settings(int port, int connections) =>
        new() { Host = "127.0.0.1", Port = port, Connections = connections, Security = SmtpSecurity.None };

    // It may take long over them all.
    private static async Task<Measure> OtherAsync(IServiceProvider services, MailSink sink, SendingOrder order, double ours)
    {
        QueueAgain(services);
        var rate = await SendingRate.OfAsync(services, sink, order, OtherFor);
        return new Measure($"  times the same by {OtherTransport.Name}, {order.Connections} connections", rate / ours, MostOfOther, "x")
        {
            Detail = $"{ours:N0} a second against {rate:N0}",
        };
    }

    private static async Task<(double ToFirst, double Seconds)> RunAsync(IServiceProvider services, MailSink sink, SendingOrder order)
    {
        var (before, started) = (sink.Taken, Stopwatch.GetTimestamp());
        var sending = services.GetRequiredService<SendDeliveries>().RunAsync(order, progress: null, CancellationToken.None);
        while (MailSink.Own is null && sink.Taken == before && !sending.IsCompleted)
        {
            await Task.Delay(5);
        }

        var first = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await sending;
        return (first, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    public static void QueueAgain(IServiceProvider services) => services.GetRequiredService<Database>().InTransaction(connection => connection.Execute(QueueAgainSql));

    /// <summary>What the run asked of the database, once more without any mail: claims, the last look at the subscriber, the notes.</summary>
    private static async Task<double> DatabaseSecondsAsync(IServiceProvider services)
    {
        var database = services.GetRequiredService<Database>();
        QueueAgain(services);
        using var sender = database.TrySend()!;
        using var ledger = new SendingLedger(database, sender);
        var started = Stopwatch.GetTimestamp();
        while (ledger.Claim(DateTimeOffset.MaxValue, DueMails.Batch) is { Count: > 0 } due)
        {
            foreach (var delivery in due.Where(one => ledger.Standing(one) == ClaimStanding.Wanted))
            {
                await ledger.SentAsync(delivery, "250 2.0.0 fine", TimeProvider.System.GetUtcNow());
            }
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static byte[] Prepared(IServiceProvider services)
    {
        using var sender = services.GetRequiredService<Database>().TrySend()!;
        using var ledger = new SendingLedger(services.GetRequiredService<Database>(), sender);
        var delivery = ledger.Claim(DateTimeOffset.MaxValue, 1)[0];
        ledger.GiveBack(delivery);
        return new DigestMessages(services.GetRequiredService<DigestSettings>().Delivery, services.GetRequiredService<Profiles>()).Prepare(delivery).Message.ToArray();
    }
}

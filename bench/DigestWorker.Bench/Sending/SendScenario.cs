using System.Diagnostics;
using System.Globalization;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Pipeline.Sending;

namespace DigestWorker.Bench.Sending;

/// <summary>
/// Sending what is queued, the rows from the database and back into it included, set against bare sockets in the same rounds: into a server
/// that shares this process, into Postfix's test server, and where SINK_PORT names one into a server of one's own on loopback.
/// </summary>
internal static class SendScenario
{
    // Mails of some 30 kB in a dozen profiles.
    private const int Entries = 10;

    // At least 60 % of the bare rate.
    private const double MostTimes = 1 / 0.6;

    // At least twice the rate of the other transport.
    private const double MostOfOther = 0.5;

    private static readonly TimeSpan OtherFor = TimeSpan.FromSeconds(5), OtherWarmUp = TimeSpan.FromSeconds(2);

    public static async Task<Measure[]> RunAsync(int mails)
    {
        var measures = new List<Measure>();
        using var postfix = await PostfixSink.TryStartAsync();
        using var edition = await PublishedEdition.OfAsync(mails, _ => "Area 1", Entries);
        foreach (var connections in new[] { 1, 8 })
        {
            var queued = QueuedMails.Of(edition.Services, mails, connections);
            measures.AddRange(await SendAsync(queued));
            foreach (var (name, port) in Others(postfix))
            {
                measures.AddRange(await SendAsync(queued, $" into {name}", port));
            }
        }

        return [.. measures, new Measure("  peak memory, composing included", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, 400, "MB")];
    }

    public static async Task<double> MillisecondsAMailAsync(int mails)
    {
        using var edition = await PublishedEdition.OfAsync(mails, _ => "Area 1", Entries);
        using var sink = new MailSink();
        return await SmtpOrder.SecondsAsync(edition.Services, SmtpOrder.To(sink.Port, connections: 4), mails) * 1000 / mails;
    }

    private static IEnumerable<(string Name, int Port)> Others(PostfixSink? postfix)
    {
        if (postfix is not null)
        {
            yield return ("Postfix's smtp-sink", postfix.Port);
        }

        if (int.TryParse(Environment.GetEnvironmentVariable("SINK_PORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var own))
        {
            yield return ("the server of SINK_PORT", own);
        }
    }

    private static async Task<Measure[]> SendAsync(QueuedMails queued)
    {
        using var sink = new MailSink();
        var first = new List<double>();
        var medians = await Rounds.MediansAsync(() => queued.SendBareAsync(sink.Port), () => SendAsync(queued, sink, first), queued.AskDatabaseAsync);
        var (bare, seconds, database) = (medians[0], medians[1], medians[2]);
        Measure[] measures =
        [
            TimesBare(queued, "", seconds, bare),
            new($"  to the first mail, {queued.Connections} connections", first.Max(), 5, "s"),
            new($"  the same work of the database alone, of that time, {queued.Connections} connections", database * 100 / seconds, 35, "%"),
        ];
        return OtherTransport.Of(SmtpOrder.Settings(sink.Port, queued.Connections)) is { } other
            ? [.. measures, await OtherAsync(queued, sink, new SendingOrder(other, queued.Connections, ByHand: true), queued.Count / seconds)]
            : measures;
    }

    private static async Task<double> SendAsync(QueuedMails queued, MailSink sink, List<double> first)
    {
        QueuedMails.QueueAgain(queued.Services);
        var next = sink.NextAsync();
        var seconds = await queued.SendAsync(sink.Port);
        first.Add(await next);
        return seconds;
    }

    private static async Task<Measure[]> SendAsync(QueuedMails queued, string where, int port)
    {
        var medians = await Rounds.MediansAsync(() => queued.SendBareAsync(port), () => queued.SendBareAsync(port, early: true), () =>
        {
            QueuedMails.QueueAgain(queued.Services);
            return queued.SendAsync(port);
        });
        var (bare, early, seconds) = (medians[0], medians[1], medians[2]);
        return [TimesBare(queued, where, seconds, bare), TimesBare(queued, $"{where}, envelopes early as the program's", seconds, early)];
    }

    private static Measure TimesBare(QueuedMails queued, string where, double seconds, double bare) =>
        new($"{queued.Count:N0} mails over {queued.Connections} connections{where}, times bare sockets", seconds / bare, MostTimes, "x")
        {
            Detail = $"{queued.Count / seconds:N0} a second of {queued.Messages.Average(message => message.Length) / 1000:0} kB against {queued.Count / bare:N0}",
        };

    // It may take long over them all; what it sends while it is compiled does not count, since the program's was warm too.
    private static async Task<Measure> OtherAsync(QueuedMails queued, MailSink sink, SendingOrder order, double ours)
    {
        QueuedMails.QueueAgain(queued.Services);
        await SendingRate.OfAsync(queued.Services, sink, order, OtherWarmUp);
        QueuedMails.QueueAgain(queued.Services);
        var rate = await SendingRate.OfAsync(queued.Services, sink, order, OtherFor);
        return new Measure($"  times the same by {OtherTransport.Name}, {order.Connections} connections", rate / ours, MostOfOther, "x")
        {
            Detail = $"{ours:N0} a second against {rate:N0}",
        };
    }
}

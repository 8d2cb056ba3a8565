using System.Globalization;
using Dapper;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Sending;

/// <summary>
/// Sending out of PostgreSQL set against bare commits and bare sockets in the same rounds, and what of a mail is the database:
/// <c>.ci/postgres dotnet run -c Release --project bench/DigestWorker.Bench -- send-postgres</c>.
/// </summary>
internal static class PostgresSendScenario
{
    private const int Entries = 10;

    // Besides its note a mail is claimed, and its subscriber is looked at once more just before it goes out.
    private const double MostTimes = 3;

    public static async Task<Measure[]> RunAsync(int mails)
    {
        using var database = BenchDatabase.OfPostgres();
        using var edition = await PublishedEdition.OfAsync(mails, _ => "Area 1", Entries, (null, database.Storage));
        var measures = new List<Measure>();
        foreach (var connections in new[] { 1, 8 })
        {
            measures.AddRange(await SendAsync(QueuedMails.Of(edition.Services, mails, connections), database.ConnectionString));
        }

        return [.. measures];
    }

    private static async Task<Measure[]> SendAsync(QueuedMails queued, string connectionString)
    {
        using var sink = new MailSink();
        var medians = await Rounds.MediansAsync(
            () => Tidied(queued, () => Task.FromResult(BareNotes.Run(connectionString, queued.Connections))),
            () => queued.SendBareAsync(sink.Port),
            () => Tidied(queued, () => queued.SendAsync(sink.Port)),
            () => Tidied(queued, queued.AskDatabaseAsync));
        double[] each = [.. medians.Select(seconds => seconds * 1e6 / queued.Count)];
        var (commits, sockets, whole, asked) = (each[0], each[1], each[2], each[3]);
        var name = $"over {queued.Connections} connections";
        return
        [
            new Measure($"PostgreSQL, {queued.Count:N0} mails {name}, times bare commits and bare sockets", whole / (commits + sockets), MostTimes, "x")
            {
                Detail = string.Create(CultureInfo.InvariantCulture, $"{1e6 / whole:N0} a second against {1e6 / (commits + sockets):N0}: {commits:0} us of bare commits and {sockets:0} us of bare sockets a mail"),
            },
            new Measure($"  a mail {name}, whole", whole, null, "us"),
            new Measure($"  of it the database: claims, last looks and notes once more without mail, {name}", asked, null, "us"),
            new Measure($"  of it the mail: what is left, {name}", whole - asked, null, "us"),
        ];
    }

    // Rows that were rewritten before would slow whatever comes later.
    private static Task<double> Tidied(QueuedMails queued, Func<Task<double>> measured)
    {
        QueuedMails.QueueAgain(queued.Services);
        using (var connection = queued.Services.GetRequiredService<Database>().Open())
        {
            connection.Execute("vacuum analyze delivery");
        }

        return measured();
    }
}

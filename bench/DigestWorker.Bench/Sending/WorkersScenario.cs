using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Sending;

/// <summary>
/// Two services on one PostgreSQL set against one, each with a connection of its own to a mail server that takes 20 ms over a mail, so that it
/// is not the processors that are measured: <c>.ci/postgres dotnet run -c Release --project bench/DigestWorker.Bench -- workers</c>.
/// </summary>
internal static class WorkersScenario
{
    private const int Entries = 10;

    // In its first seconds a service compiles itself and reads its sources.
    private const int Warm = 50;

    // Two send at least 1.6 times as much.
    private const double MostOfTwo = 1 / 1.6;

    private const string SentSql = "select count(*) from delivery where state = 'Sent'";

    private const string WarmSql = "select count(*) from (select 1 from delivery where state = 'Sent' group by claimed_by having count(*) >= @Warm) worker";

    private static readonly TimeSpan Thinks = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromMinutes(2);

    public static async Task<Measure[]> RunAsync(int mails)
    {
        using var database = BenchDatabase.OfPostgres();
        using var edition = await PublishedEdition.OfAsync(mails, _ => "Area 1", Entries, (null, database.Storage));
        using var sink = new MailSink(Thinks);
        var settings = await WriteSettingsAsync(edition.Folder, sink.Port);
        var one = await RateAsync(edition, settings, mails, workers: 1);
        QueuedMails.QueueAgain(edition.Services);
        var two = await RateAsync(edition, settings, mails, workers: 2);
        return [new Measure($"{mails:N0} mails of one worker, times the rate of two", one / two, MostOfTwo, "x") { Detail = $"two {two:N0} a second, one {one:N0}: {two / one:0.00} times" }];
    }

    private static async Task<string> WriteSettingsAsync(BenchFolder folder, int port)
    {
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(SyntheticProgram.SettingsIn(folder)))!;
        settings["Delivery"] = JsonSerializer.SerializeToNode(new
        {
            Transport = "Smtp",
            From = "Bench <digest@example.org>",
            Smtp = new { Host = "127.0.0.1", Port = port, Security = "None", Connections = 1 },
        });
        var file = folder.In("workers.json");
        await File.WriteAllTextAsync(file, settings.ToJsonString());
        return file;
    }

    /// <returns>Mails a second, from when each is warm to the last one.</returns>
    private static async Task<double> RateAsync(PublishedEdition edition, string settings, int mails, int workers)
    {
        using var connection = edition.Services.GetRequiredService<Database>().Open();
        var running = Enumerable.Range(0, workers).Select(_ => ProgramRun.Start(edition.Folder, "run", "--settings", settings)).ToList();
        // Nobody reads what they say, and a pipe that is full would hold them up.
        running.ForEach(worker => worker.BeginErrorReadLine());
        running.ForEach(worker => worker.BeginOutputReadLine());
        try
        {
            await UntilAsync(running, () => connection.ExecuteScalar<long>(WarmSql, new { Warm }) == workers, $"{workers} workers at work");
            var (before, started) = (connection.ExecuteScalar<long>(SentSql), Stopwatch.GetTimestamp());
            await UntilAsync(running, () => connection.ExecuteScalar<long>(SentSql) == mails, "All mails sent");
            return (mails - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }
        finally
        {
            foreach (var worker in running)
            {
                worker.Kill();
                await worker.WaitForExitAsync();
                worker.Dispose();
            }
        }
    }

    private static async Task UntilAsync(List<Process> workers, Func<bool> isSo, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"{what}: not within {Patience.TotalMinutes} minutes.");
            }

            if (workers.Exists(worker => worker.HasExited))
            {
                throw new InvalidOperationException("A worker has ended by itself.");
            }

            await Task.Delay(100);
        }
    }
}

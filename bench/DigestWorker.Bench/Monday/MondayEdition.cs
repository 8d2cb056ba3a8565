using System.Diagnostics;
using System.Text.Json;
using Dapper;
using DigestWorker.Bench.Sending;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Monday;

/// <summary>What a worker does on that Monday, in a process that does nothing else, so that its memory is the worker's.</summary>
internal static class MondayEdition
{
    /// <summary>As the bench calls itself.</summary>
    public const string Verb = "monday-edition";

    private const int Connections = 8;

    private static readonly TimeSpan SendFor = TimeSpan.FromSeconds(20);

    private const string CountSql = """
        select count(*) as Queued, count(distinct d.profile_id) as Profiles
        from digest d join delivery v on v.digest_id = d.id join edition e on e.id = d.edition_id
        where v.state = 'Queued' and e.week = @week
        """;

    private static string SizeSql(Dialect dialect) => dialect == Dialect.Postgres
        ? "select pg_database_size(current_database())"
        : "select page_count * page_size from pragma_page_count(), pragma_page_size()";

    public static async Task<int> RunAsync(string settings)
    {
        using var host = BenchHost.Of(settings);
        var fired = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        var started = Stopwatch.GetTimestamp();
        host.Services.GetRequiredService<ComposeDue>().Run(fired, CancellationToken.None);
        var (seconds, peak) = (Stopwatch.GetElapsedTime(started).TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64);
        using var connection = host.Services.GetRequiredService<Database>().Open();
        var counted = connection.QuerySingle<MondayCounts>(CountSql, new { week = EditionWeek.LastComplete(fired).ToString() });
        var size = connection.ExecuteScalar<long>(SizeSql(Dialect.Of(connection)));
        Console.WriteLine(JsonSerializer.Serialize(counted with { Seconds = seconds, Megabytes = peak / 1048576.0, DatabaseMegabytes = size / 1048576.0, MailsPerSecond = await SendAsync(host.Services) }));
        return 0;
    }

    /// <summary>A part of it, out of the whole queue.</summary>
    private static async Task<double> SendAsync(IServiceProvider services)
    {
        using var sink = new MailSink();
        return await SendingRate.OfAsync(services, sink, SmtpOrder.To(sink.Port, Connections), SendFor);
    }
}

/// <summary>What one such Monday came to.</summary>
internal sealed record MondayCounts
{
    public long Queued { get; init; }
    public long Profiles { get; init; }
    public double Seconds { get; init; }
    public double Megabytes { get; init; }
    public double DatabaseMegabytes { get; init; }
    public double MailsPerSecond { get; init; }
}

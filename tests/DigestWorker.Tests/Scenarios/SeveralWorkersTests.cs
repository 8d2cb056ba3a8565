using System.Diagnostics;
using System.Text.Json;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

/// <summary>Workers in processes of their own on one PostgreSQL, sending one edition to the shared mail server; some are killed.</summary>
public sealed class SeveralWorkersTests : IAsyncLifetime
{
    private const int Connections = 4;

    // A long run by hand: CLUSTER_MAILS=20000 CLUSTER_KILLS=20.
    private static readonly int Subscribers = Size("CLUSTER_MAILS", 600), Kills = Size("CLUSTER_KILLS", 6);

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly List<Process> _running = [];
    private SharedSmtpSink? _sink;
    private Newsroom? _newsroom;

    private string Name => new Npgsql.NpgsqlConnectionStringBuilder(TestServer.Of(_newsroom!.Folder)).Database!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        Assert.SkipUnless(File.Exists(SharedSmtpSink.Script) && Tool.IsThere("python3"), "The shared mail server, or Python, is not here.");
        _sink = await SharedSmtpSink.StartAsync();
        _newsroom = new Newsroom(Monday) { MailServer = _sink.Port };
        await _newsroom.PrepareEditionAsync(Subscribers);
        _newsroom.Restart();
    }

    [Fact]
    public async Task Two_send_one_edition_and_nobody_gets_it_twice()
    {
        // Slow enough that the first does not end before the second has begun.
        await _sink!.SetAsync("slow=0.02");
        await Task.WhenAll(Start(), Start());

        var mails = await _sink.ReportAsync();
        Assert.Equal((Subscribers, Subscribers), (Count(mails, "recipients"), Count(mails, "copies")));
        Assert.Equal(2, _newsroom!.Scalar("select count(distinct claimed_by) from delivery"));
    }

    [Fact]
    public async Task Killed_again_and_again_they_miss_nobody_and_send_at_most_one_copy_for_each_connection_of_a_kill()
    {
        var random = new Random(20261123);
        await _sink!.SetAsync("slow=0.02");
        for (var kills = 0; kills < Kills; kills++)
        {
            Fill();
            await SentAsync((kills + 1) * Subscribers / (Kills + 2));
            await Task.Delay(random.Next(300), TestContext.Current.CancellationToken);
            Fill();
            var killed = _running[random.Next(_running.Count)];
            killed.Kill();
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await _sink.SetAsync("slow=0");
        Fill();
        await Task.WhenAll(_running.Select(process => process.WaitForExitAsync(TestContext.Current.CancellationToken)));
        await Start();

        var mails = await _sink.ReportAsync();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Kills} kills, {Subscribers} mails: {Subscribers - Count(mails, "recipients")} missed, {Count(mails, "copies") - Subscribers} copied (at most {Kills * Connections}).");
        Assert.Equal((Subscribers, Subscribers), (Count(mails, "recipients"), Count(mails, "distinct_message_ids")));
        Assert.InRange(Count(mails, "copies"), Subscribers, Subscribers + (Kills * Connections));
        Assert.Equal(Subscribers, _newsroom!.Scalar("select count(*) from delivery where state = 'Sent'"));
    }

    [Fact]
    public async Task When_the_server_drops_everybody_they_end_in_words_and_the_next_ones_miss_nobody()
    {
        const int Cuts = 2;
        await _sink!.SetAsync("slow=0.02");
        for (var cuts = 0; cuts < Cuts; cuts++)
        {
            var workers = new[] { Run(), Run() };
            await Task.Delay(2500, TestContext.Current.CancellationToken);
            TestServer.Execute($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{Name}'");
            foreach (var ended in await Task.WhenAll(workers))
            {
                Assert.Equal(1, ended.ExitCode);
                // The server's own word, or the broken connection, whichever a worker meets first.
                Assert.Contains($" database {Name} on ", ended.Error, StringComparison.Ordinal);
                Assert.Contains("what was stored is safe", ended.Error, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
            }
        }

        await _sink.SetAsync("slow=0");
        await Start();

        var mails = await _sink.ReportAsync();
        Assert.Equal((Subscribers, Subscribers), (Count(mails, "recipients"), Count(mails, "distinct_message_ids")));
        Assert.InRange(Count(mails, "copies"), Subscribers, Subscribers + (Cuts * 2 * Connections));
    }

    public ValueTask DisposeAsync()
    {
        foreach (var process in _running)
        {
            process.Kill();
            process.Dispose();
        }

        _newsroom?.Dispose();
        _sink?.Dispose();
        return ValueTask.CompletedTask;
    }

    // Two at a time.
    private void Fill()
    {
        _running.RemoveAll(process => process.HasExited);
        while (_running.Count < 2)
        {
            var process = new DigestWorkerApp(_newsroom!.Folder).Start("digest", "--week", "2026-W47");
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            _running.Add(process);
        }
    }

    private async Task SentAsync(int mails)
    {
        for (var tries = 0; Count(await _sink!.ReportAsync(), "copies") < mails; tries++)
        {
            Assert.True(tries < 600, $"There were no {mails} mails within a minute.");
            Fill();
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private async Task Start()
    {
        var ended = await Run();
        Assert.True(ended.ExitCode == 0, ended.Error);
    }

    private Task<DigestWorkerApp.Ended> Run() => new DigestWorkerApp(_newsroom!.Folder).RunAsync("digest", "--week", "2026-W47");

    private static int Size(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { } asked ? int.Parse(asked, System.Globalization.CultureInfo.InvariantCulture) : usual;

    private static int Count(JsonElement counts, string name) => counts.GetProperty(name).GetInt32();
}

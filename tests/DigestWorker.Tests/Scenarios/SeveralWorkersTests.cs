using System.Text.Json;
using DigestWorker.Storage.Postgres;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Scenarios;

/// <summary>Workers in processes of their own on one PostgreSQL, sending one edition to the shared mail server.</summary>
public sealed class SeveralWorkersTests : IAsyncLifetime
{
    private const int Subscribers = 600, Connections = 4;

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

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
    public async Task When_the_server_drops_everybody_they_end_in_words_and_the_next_ones_miss_nobody()
    {
        const int Cuts = 2;
        await _sink!.SetAsync("slow=0.1");
        for (var cuts = 0; cuts < Cuts; cuts++)
        {
            var workers = new[] { Run(), Run() };
            await UntilBothSendAsync();
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
        _newsroom?.Dispose();
        _sink?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Start()
    {
        var ended = await Run();
        Assert.True(ended.ExitCode == 0, ended.Error);
    }

    private Task<DigestWorkerApp.Ended> Run() => new DigestWorkerApp(_newsroom!.Folder).RunAsync("digest", "--week", "2026-W47");

    private async Task UntilBothSendAsync()
    {
        // Not of the pool, whose connections were dropped with everybody's.
        using var connection = new Npgsql.NpgsqlConnection($"{TestServer.Of(_newsroom!.Folder)};Pooling=False");
        connection.Open();
        using var claims = new Npgsql.NpgsqlCommand($"select count(distinct claimed_by) from delivery where state = 'Sending' and claimed_by in ({PostgresWorker.AliveSql})", connection);
        for (var tries = 0; (long)claims.ExecuteScalar()! < 2; tries++)
        {
            Assert.True(tries < 1_200, "They never sent both.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private static int Count(JsonElement counts, string name) => counts.GetProperty(name).GetInt32();
}

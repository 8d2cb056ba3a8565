using System.Text.Json;
using DigestWorker.Cli;
using DigestWorker.Pipeline.Status;
using DigestWorker.Scheduling;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Tests.Scenarios;

public sealed class OwnRoundsTests : IDisposable
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMinutes(5);

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Each_of_two_workers_of_one_schedule_is_known_to_be_alive()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        using var one = Build();
        using var other = Build();
        one.Services.GetRequiredService<Database>().Migrate();
        await Task.WhenAll(one.StartAsync(TestContext.Current.CancellationToken), other.StartAsync(TestContext.Current.CancellationToken));

        await Task.Delay(Schedule.PulseEvery * 3.5, TestContext.Current.CancellationToken);

        Assert.All([one, other], host => Assert.True(host.Services.GetRequiredService<Pulse>().Since < Schedule.PulseEvery * 1.5));
        await Task.WhenAll(one.StopAsync(TestContext.Current.CancellationToken), other.StopAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_worker_that_starts_does_not_push_away_when_all_of_them_look_next()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        using var one = Build();
        one.Services.GetRequiredService<Database>().Migrate();
        await one.StartAsync(TestContext.Current.CancellationToken);
        var before = NextLook(one);
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);

        using var other = Build();
        await other.StartAsync(TestContext.Current.CancellationToken);

        var after = NextLook(other);
        // Whether or not a look came meanwhile: from a start on, the next would be at no such time.
        Assert.All([before, after], look => Assert.Equal(0, look.Ticks % LooksEvery.Ticks));
        Assert.InRange(after, before, TimeProvider.System.GetUtcNow() + LooksEvery);
        await Task.WhenAll(one.StopAsync(TestContext.Current.CancellationToken), other.StopAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

    private static DateTimeOffset NextLook(IHost host)
    {
        using var connection = host.Services.GetRequiredService<Database>().Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select next_fire_time from qrtz_triggers where trigger_name = 'watch'";
        return new DateTimeOffset((long)command.ExecuteScalar()!, TimeSpan.Zero);
    }

    private IHost Build()
    {
        var file = _folder.Write("appsettings.json", JsonSerializer.Serialize(new
        {
            Storage = new { Provider = "Postgres", ConnectionString = TestServer.Of(_folder.Path), KeyFile = "test.key" },
            Sources = Array.Empty<object>(),
        }));
        var reading = SettingsFile.Read(file, new Dictionary<string, string>(), Cron.Fault, _ => null);
        return Composition.BuildHost(((SettingsReading.Accepted)reading).Settings, TimeProvider.System, Purpose.Service);
    }
}

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
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Each_of_two_workers_of_one_schedule_is_known_to_be_alive()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        using var one = Build();
        using var other = Build();
        one.Services.GetRequiredService<Migrator>().Migrate();
        await Task.WhenAll(one.StartAsync(TestContext.Current.CancellationToken), other.StartAsync(TestContext.Current.CancellationToken));

        await Task.Delay(Schedule.PulseEvery * 3.5, TestContext.Current.CancellationToken);

        Assert.All([one, other], host => Assert.True(host.Services.GetRequiredService<Pulse>().Since < Schedule.PulseEvery * 1.5));
        await Task.WhenAll(one.StopAsync(TestContext.Current.CancellationToken), other.StopAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _folder.Dispose();

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

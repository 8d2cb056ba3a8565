using DigestWorker.Scheduling;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Scheduling;

public sealed class HelpCollectingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("Sqlite", "Data Source=test.db", 0)]
    [InlineData("Postgres", "Host=127.0.0.1;Port=1;Database=digest;Username=digest", 1)]
    public void Only_where_several_may_work_does_one_look_for_what_others_were_asked_to_read(string provider, string connection, int helpers)
    {
        var file = _folder.Write("appsettings.json", $$"""
            { "Storage": { "Provider": "{{provider}}", "ConnectionString": "{{connection}}", "KeyFile": "test.key" }, "Sources": [] }
            """);
        var reading = SettingsFile.Read(file, new Dictionary<string, string>(), Cron.Fault, _ => null);

        var services = new ServiceCollection();

        services.AddSchedule(((SettingsReading.Accepted)reading).Settings);

        Assert.Equal(helpers, services.Count(service => service.ImplementationType == typeof(HelpCollecting)));
    }

    public void Dispose() => _folder.Dispose();
}

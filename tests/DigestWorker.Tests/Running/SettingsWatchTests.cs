using DigestWorker.Running;
using DigestWorker.Scheduling;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Running;

public sealed class SettingsWatchTests : IDisposable
{
    // Whatever it waits for it would wait for long.
    private static readonly WatchPace Slow = new(TimeSpan.FromHours(1), TimeSpan.FromHours(1)), Quick = new(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task What_cannot_be_used_at_once_when_somebody_asked_may_be_half_and_what_can_be_is()
    {
        using var watch = new SettingsWatch(_folder.File("appsettings.json"), Slow);
        var whole = Read("{}");
        watch.Ask();
        await watch.ChangedAsync(Settings, TestContext.Current.CancellationToken);
        Assert.True(watch.Confirms(whole, Settings));

        var half = Read("{");
        watch.Ask();
        await watch.ChangedAsync(Settings, TestContext.Current.CancellationToken);
        Assert.False(watch.Confirms(half, Settings));
    }

    [Fact]
    public async Task What_lies_still_and_cannot_be_used_is_a_mistake()
    {
        using var watch = new SettingsWatch(_folder.File("appsettings.json"), Quick);
        var half = Read("{");
        await watch.ChangedAsync(Settings, TestContext.Current.CancellationToken);

        Assert.True(watch.Confirms(half, Settings));
    }

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("signing.key")]
    public async Task What_changes_while_it_is_read_is_read_again(string file)
    {
        using var watch = new SettingsWatch(_folder.File("appsettings.json"), Quick);
        var whole = Read("{}");
        var settings = Settings with { Storage = Settings.Storage with { KeyFile = _folder.File("signing.key") } };
        await watch.ChangedAsync(settings, TestContext.Current.CancellationToken);
        _folder.Write(file, "{ }");

        Assert.False(watch.Confirms(whole, settings));
        await watch.ChangedAsync(settings, TestContext.Current.CancellationToken);
        Assert.True(watch.Confirms(Read(), settings));
    }

    public void Dispose() => _folder.Dispose();

    private DigestSettings Settings { get; } = ((SettingsReading.Accepted)SettingsFile.Read(
        Path.Combine(AppContext.BaseDirectory, "appsettings.json"), new Dictionary<string, string>(), Cron.Fault, _ => null)).Settings;

    private SettingsReading Read(string text)
    {
        _folder.Write("appsettings.json", text);
        return Read();
    }

    private SettingsReading Read() => SettingsFile.Read(_folder.File("appsettings.json"), new Dictionary<string, string>(), Cron.Fault, _ => null);
}

using DigestWorker.Pipeline.Watching;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Watching;

/// <summary>Changed settings that cannot be used, on this machine and on others.</summary>
public sealed class NoteSettingsTests : IDisposable
{
    private const string OfAnother = "file on another", Sent = "select count(*) from trouble where told_at is not null";

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday) { AdminAddress = "admin@example.org" };

    [Fact]
    public void A_settings_file_that_another_machine_cannot_use_is_for_that_machine_to_clear()
    {
        BreakAnother();
        var here = On(StorageProvider.Postgres);
        here.Fault = "The changed settings cannot be used here.";
        here.Run();
        Assert.Equal(2, The<Troubles>().Open().Count);

        here.Fault = null;
        here.Run();

        Assert.Equal(OfAnother, Assert.Single(The<Troubles>().Open()).Key);
    }

    [Fact]
    public async Task Where_there_is_one_service_a_machine_that_was_replaced_troubles_nobody()
    {
        BreakAnother();
        await _newsroom.WatchAsync();
        Assert.Equal(1, _newsroom.Scalar(Sent));

        On(StorageProvider.Sqlite).Run();
        await _newsroom.WatchAsync();

        Assert.Equal(0, _newsroom.Scalar("select count(*) from trouble"));
        Assert.Equal(2, _newsroom.Mails.Length);
    }

    [Fact]
    public async Task What_another_machine_goes_on_saying_lasts_until_it_has_said_nothing_for_a_quarter_of_an_hour()
    {
        BreakAnother();
        for (var minute = 0; minute < 60; minute++)
        {
            await PassMinuteAsync();
            The<Troubles>().SayAgain(TroubleTopic.Settings.Name, OfAnother, _newsroom.Clock.Now);
        }

        Assert.Single(The<Troubles>().Open());
        for (var minute = 0; minute < 14; minute++)
        {
            await PassMinuteAsync();
        }

        Assert.Single(The<Troubles>().Open());
        Assert.Single(_newsroom.Mails);
        await PassMinuteAsync();
        await _newsroom.WatchAsync();

        Assert.Empty(The<Troubles>().Open());
        Assert.Equal(2, _newsroom.Mails.Length);
    }

    [Fact]
    public async Task A_worker_goes_on_saying_what_is_wrong_with_its_own_file()
    {
        var here = On(StorageProvider.Postgres);
        here.Fault = "The changed settings cannot be used here.";
        here.Run();
        await _newsroom.WatchAsync();
        _newsroom.Clock.Now += TimeSpan.FromHours(1);

        here.Run();

        Assert.Equal(_newsroom.Clock.Now, Assert.Single(The<Troubles>().Open()).SaidAt);
        here.Fault = null;
        here.Run();
        _newsroom.Clock.Now += TimeSpan.FromSeconds(1);
        await _newsroom.WatchAsync();
        Assert.Equal(2, _newsroom.Mails.Length);
    }

    [Fact]
    public void What_has_not_been_told_yet_waits_for_its_mail_however_long()
    {
        BreakAnother();
        _newsroom.Clock.Now += TimeSpan.FromDays(1);

        On(StorageProvider.Postgres).Run();

        Assert.Single(The<Troubles>().Open());
    }

    public void Dispose() => _newsroom.Dispose();

    private void BreakAnother() =>
        The<NoteTroubles>().Run(TroubleTopic.Settings, [new(TroubleTopic.Settings, OfAnother, "The changed settings cannot be used there.")]);

    private async Task PassMinuteAsync()
    {
        _newsroom.Clock.Now += TimeSpan.FromMinutes(1);
        On(StorageProvider.Postgres).Run();
        await _newsroom.WatchAsync();
    }

    private NoteSettings On(StorageProvider provider)
    {
        var settings = The<DigestSettings>();
        return new NoteSettings(settings with { Storage = settings.Storage with { Provider = provider } }, The<Troubles>(), The<NoteTroubles>(), _newsroom.Clock);
    }

    private T The<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();
}

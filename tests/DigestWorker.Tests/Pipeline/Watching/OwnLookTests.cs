using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Watching;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Watching;

/// <summary>A database that does not answer, as each worker meets it by itself.</summary>
public sealed class OwnLookTests : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero)) { AdminAddress = "admin@example.org" };

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_after_three_minutes_once_and_so_is_its_end()
    {
        TakeAway();
        await LookAsync(TimeSpan.FromSeconds(170));
        Assert.Empty(_newsroom.Mails);
        await LookAsync(Between * 2);
        Assert.Single(_newsroom.Mails);

        for (var hour = 0; hour < 3; hour++)
        {
            await LookAsync(TimeSpan.FromHours(1));
            await _newsroom.WatchAsync();
        }

        Assert.Single(_newsroom.Mails);
        GiveBack();
        await LookAsync(Between);
        await _newsroom.WatchAsync();
        await LookAsync(Between * 3);

        Assert.Equal(2, _newsroom.Mails.Length);
        Assert.Contains(_newsroom.Mails, mail => File.ReadAllText(mail).Contains("This is over", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Short_outages_one_after_the_other_are_told_nobody()
    {
        for (var outage = 0; outage < 5; outage++)
        {
            TakeAway();
            await LookAsync(TimeSpan.FromMinutes(2));
            GiveBack();
            await LookAsync(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(_newsroom.Mails);
    }

    [Fact]
    public async Task What_the_watch_met_once_makes_no_outage_of_a_moment_later()
    {
        TakeAway();
        await _newsroom.WatchAsync();
        GiveBack();
        await LookAsync(TimeSpan.FromHours(1));
        TakeAway();
        await LookAsync(Between);

        Assert.Empty(_newsroom.Mails);
    }

    [Fact]
    public async Task What_the_watch_alone_cannot_read_is_told_at_its_third_look_and_stays_told()
    {
        _newsroom.Scalar("alter table trouble rename to away");
        for (var minute = 0; minute < 11; minute += 5)
        {
            Assert.Empty(_newsroom.Mails);
            await _newsroom.WatchAsync();
            await LookAsync(TimeSpan.FromMinutes(5));
        }

        Assert.Single(_newsroom.Mails);
        _newsroom.Scalar("alter table away rename to trouble");
        await _newsroom.WatchAsync();
        Assert.Equal(2, _newsroom.Mails.Length);
    }

    public void Dispose() => _newsroom.Dispose();

    // Something that each look asks for is not there.
    private void TakeAway() => _newsroom.Scalar("alter table sending_pause rename to away");

    private void GiveBack() => _newsroom.Scalar("alter table away rename to sending_pause");

    private async Task LookAsync(TimeSpan time)
    {
        for (var end = _newsroom.Clock.Now + time; _newsroom.Clock.Now < end; _newsroom.Clock.Now += Between)
        {
            await The<Turn>().RunAsync(The<OwnLook>().Run);
            await The<OwnLook>().TellAsync(TestContext.Current.CancellationToken);
        }
    }

    private T The<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();
}

using DigestWorker.Cli;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Scheduling;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Tests.Scenarios;

/// <summary>Two workers of one PostgreSQL whose clocks differ by hours.</summary>
public sealed class ClocksApartTests : IDisposable
{
    private const int Subscribers = 120, Claimed = 50;

    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero), NextMonday = Monday.AddDays(7);

    private readonly Newsroom _newsroom = new(Monday);

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Both_compose_and_send_at_once_and_nobody_has_two_mails(int hours)
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        await _newsroom.PrepareEditionAsync(Subscribers);
        using var other = Other(hours);

        await Task.WhenAll(Task.Run(() => DeliverAsync(_newsroom.Services)), Task.Run(() => DeliverAsync(other.Services)));

        Assert.Equal(1, _newsroom.Scalar("select count(*) from edition"));
        Assert.Equal(Subscribers, _newsroom.Scalar("select count(*) from delivery where state = 'Sent'"));
        AssertOneMailEach();
    }

    [Fact]
    public async Task What_a_living_worker_has_claimed_is_not_due_to_one_whose_clock_is_twelve_hours_ahead()
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        await _newsroom.PrepareEditionAsync(Subscribers);
        _newsroom.Services.GetRequiredService<PublishEdition>().Run(EditionWeek.LastComplete(Monday), _ => true, TestContext.Current.CancellationToken);
        using var other = Other(hours: 12);
        var database = _newsroom.Services.GetRequiredService<Database>();
        using (var sender = database.TrySend()!)
        using (var ledger = new SendingLedger(database, sender))
        {
            Assert.Equal(Claimed, ledger.Claim(Monday, Claimed).Count);
            await SendAsync(other.Services);
            Assert.Equal(Subscribers - Claimed, _newsroom.Mails.Length);
        }

        await SendAsync(other.Services);

        AssertOneMailEach();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task Each_decides_by_its_own_clock_what_is_due_and_when_the_time_comes_by_the_later_one_nothing_goes_out_again(int hours)
    {
        Assert.SkipUnless(TestServer.IsUsed, "It needs a PostgreSQL server: DIGEST_TEST_DATABASE.");
        await _newsroom.PrepareEditionAsync(Subscribers);
        var clock = new ManualClock(NextMonday.AddHours(hours));
        using var other = Other(clock);
        _newsroom.Clock.Now = NextMonday;
        await Task.WhenAll(Task.Run(() => PublishDueAsync(_newsroom.Services)), Task.Run(() => PublishDueAsync(other.Services)));
        AssertOneMailEach();

        (_newsroom.Clock.Now, clock.Now) = (NextMonday.AddMinutes(20), NextMonday.AddMinutes(20));
        await PublishDueAsync(other.Services);
        await PublishDueAsync(_newsroom.Services);

        Assert.Equal(1, _newsroom.Scalar("select count(*) from edition where week = '2026-W48'"));
        Assert.Equal(Subscribers, _newsroom.Scalar("select count(*) from digest"));
        AssertOneMailEach();
    }

    public void Dispose() => _newsroom.Dispose();

    private IHost Other(int hours) => Other(new ManualClock(Monday.AddHours(hours)));

    private IHost Other(ManualClock clock) => Composition.BuildHost(_newsroom.Services.GetRequiredService<DigestSettings>(), clock, Purpose.Verb);

    private static Task PublishDueAsync(IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<Weekly>(services).PublishDueAsync(TestContext.Current.CancellationToken);

    private static async Task DeliverAsync(IServiceProvider services) => await services.GetRequiredService<DeliverEdition>()
        .RunAsync(EditionWeek.LastComplete(Monday), wanted: null, null, null, TestContext.Current.CancellationToken);

    private static async Task SendAsync(IServiceProvider services) =>
        await services.GetRequiredService<DeliverEdition>().SendDueAsync(TestContext.Current.CancellationToken);

    private void AssertOneMailEach()
    {
        var recipients = _newsroom.Mails.Select(mail => File.ReadLines(mail).First(line => line.StartsWith("To:", StringComparison.Ordinal))).ToList();
        Assert.Equal(Subscribers, recipients.Count);
        Assert.Equal(Subscribers, recipients.Distinct(StringComparer.Ordinal).Count());
    }
}

using DigestWorker.Cli;
using DigestWorker.Domain;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

public sealed class UpcomingTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday);

    [Fact]
    public async Task A_closing_day_that_a_revision_moves_keeps_the_old_day()
    {
        await PublishAsync("The consultation on the draft closes on 14 December 2026.");
        await PublishAsync("The consultation on the draft closes on 11 January 2027.");

        var told = Assert.Single(Ahead("2026-11-24", "2027-01-31"));

        Assert.Equal(new DateOnly(2027, 1, 11), told.Event.Day);
        Assert.Equal(new DateOnly(2026, 12, 14), told.Event.MovedFrom);
        Assert.Equal("The consultation on the draft closes on 11 January 2027.", told.Event.Quotation);
    }

    [Fact]
    public async Task What_was_told_once_is_told_until_its_day_is_past()
    {
        await PublishAsync("The revised rules come into force on 14 December 2026. Reports are to be published in January 2027.");

        Assert.Equal([EventType.InForce, EventType.Published], Ahead("2026-12-14", "2027-01-10").Select(told => told.Event.Type));
        Assert.Equal([EventType.Published], Ahead("2026-12-15", "2027-01-10").Select(told => told.Event.Type));
        Assert.Empty(Ahead("2027-02-01", "2027-02-28"));
    }

    [Fact]
    public async Task The_answer_of_releases_tells_what_is_ahead()
    {
        await PublishAsync("The revised rules come into force in January 2027.");

        var answer = ReleaseAnswer.Of(Assert.Single(_newsroom.Services.GetRequiredService<Releases>().Since(null)));

        Assert.Equal(
            new UpcomingAnswer(EventType.InForce, "2027-01", Certainty.Confirmed, null, "The revised rules come into force in January 2027.", "council"),
            Assert.Single(answer.Upcoming));
    }

    private async Task PublishAsync(string text)
    {
        _newsroom.Clock.Now = _newsroom.Clock.Now.AddDays(1);
        _newsroom.Publish("council", new FeedEntry("g", "Consultation on safeguarding procedures: response and next steps", text, Monday));
        await _newsroom.CollectAsync();
    }

    private IReadOnlyList<ComingUp> Ahead(string from, string to) => _newsroom.Services.GetRequiredService<Releases>().Ahead(Day(from), Day(to));

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => _newsroom.Dispose();
}

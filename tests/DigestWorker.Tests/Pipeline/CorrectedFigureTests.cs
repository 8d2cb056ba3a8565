using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Pipeline;

public sealed class CorrectedFigureTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday.AddDays(-6));

    [Fact]
    public async Task A_figure_that_a_later_release_replaces_is_said_once_to_whoever_had_it()
    {
        var first = new FeedEntry("y1", "Online grooming offences", "Police recorded 6,350 online grooming offences in 2024/25, the NSPCC says.", Monday.AddDays(-5));
        var second = new FeedEntry("y2", "Correction to online grooming offences", "Police recorded 6,410 online grooming offences in 2024/25, the NSPCC says.", Monday.AddDays(16));
        await PublishAsync(Monday.AddDays(-5), first);
        _newsroom.Subscribe("lead@example.org");
        var before = await TextsAsync(Monday);
        await PublishAsync(Monday.AddDays(16), first, second);

        var after = await TextsAsync(Monday.AddDays(21));
        var later = await TextsAsync(Monday.AddDays(28));

        Assert.DoesNotContain("Corrected", Assert.Single(before), StringComparison.Ordinal);
        Assert.Contains("Corrected: now 6,410 for 2024/25; 6,350 was given earlier.", Assert.Single(after).ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Empty(later);
    }

    public void Dispose() => _newsroom.Dispose();

    private async Task PublishAsync(DateTimeOffset at, params FeedEntry[] items)
    {
        _newsroom.Clock.Now = at;
        _newsroom.Publish("NSPCC", items);
        await _newsroom.CollectAsync();
    }

    private async Task<IReadOnlyList<string>> TextsAsync(DateTimeOffset at)
    {
        _newsroom.Clock.Now = at;
        return [.. (await _newsroom.DigestAsync()).Published.Digests.Select(digest => digest.Profile.Text)];
    }
}

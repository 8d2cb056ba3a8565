using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Pipeline;

public sealed class ComparedFiguresTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Monday.AddDays(-1));

    [Theory]
    [InlineData("Police recorded 16,939 offences in 2024/25, the NSPCC says.", "Police recorded 8,120 offences in 2025/26, the NSPCC says.", false)]
    [InlineData("Police recorded 6,350 online grooming offences in 2024/25, the NSPCC says.", "Police recorded 7,062 online grooming offences in 2025/26, the NSPCC says.", true)]
    public async Task Only_figures_that_say_which_kind_they_count_stand_beside_earlier_ones(string earlier, string later, bool compared)
    {
        _newsroom.Publish(
            "NSPCC",
            new FeedEntry("y1", "Offences against children recorded", earlier, Monday.AddDays(-380)),
            new FeedEntry("y2", "Online grooming and other offences against children", later, Monday.AddDays(-4)));
        await _newsroom.CollectAsync();
        _newsroom.Subscribe("lead@example.org");

        var text = Assert.Single((await _newsroom.DigestAsync()).Published.Digests).Profile.Text;

        Assert.Equal(compared, text.Contains("Before: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_survey_of_other_ages_is_compared_with_care()
    {
        _newsroom.Publish(
            "Office for National Statistics",
            new FeedEntry("y1", "Domestic abuse in England and Wales", Survey("2.0", "59", "2024/25"), Monday.AddDays(-380)),
            new FeedEntry("y2", "Domestic abuse in England and Wales overview", Survey("2.3", "74", "2025/26"), Monday.AddDays(-4)));
        await _newsroom.CollectAsync();
        _newsroom.Subscribe("lead@example.org");

        var text = Assert.Single((await _newsroom.DigestAsync()).Published.Digests).Profile.Text.ReplaceLineEndings(" ");

        Assert.Contains("Compare with care: one covers those aged 16 to 74, the other those aged 16 to 59.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("39 forces", "42 forces", Exactness.Exact, Exactness.Exact, "one covers 39 forces, the other 42 forces")]
    [InlineData(null, "42 forces", Exactness.Exact, Exactness.Exact, "one covers 42 forces, and of the other that is not said")]
    [InlineData(null, null, Exactness.About, Exactness.About, "both are rounded")]
    [InlineData(null, null, Exactness.AtLeast, Exactness.Exact, "one of them is rounded")]
    [InlineData(null, null, Exactness.Exact, Exactness.Exact, null)]
    public void Why_to_compare_with_care_is_said_as_it_is(string? covers, string? covered, Exactness now, Exactness before, string? care) =>
        Assert.Equal(care, Comparison.Of(Point(covers, now), Point(covered, before), beforeRelease: 1).Care);

    public void Dispose() => _newsroom.Dispose();

    private static string Survey(string millions, string oldest, string year) =>
        $"An estimated {millions} million adults experienced domestic abuse in {year}, the Office for National Statistics says. Statistics show that {millions} million adults aged 16 to {oldest} experienced domestic abuse.";

    private static SeriesPoint Point(string? coverage, Exactness exactness) => new("nspcc|grooming offences|UK|Count", "2024/25", 1, "1", exactness, coverage);
}

using System.Text;
using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing;

public sealed class SizeLimitTests
{
    private static readonly Role Boundless = A.Role(("modern-slavery", 2)) with { FullReleases = 400, OneLiners = 400 };

    [Fact]
    public void The_lowest_ranked_of_400_releases_become_one_liners_until_it_fits()
    {
        var digest = Composer.Compose(A.Request(Boundless, [.. Releases(400, "NRM statistics", "Quarterly figures on referrals. They are new.")]));

        Assert.InRange(Encoding.UTF8.GetByteCount(digest.Html), 80_000, 90_000);
        Assert.Contains("\n1. NRM statistics 1\n", digest.Text);
        Assert.Contains("more releases on your topics found no room", MailText.OfText(digest.Text));
    }

    [Fact]
    public void Eighty_releases_keep_as_many_in_full_as_fit_and_lose_none()
    {
        var digest = Composer.Compose(A.Request(Boundless, [.. Releases(80, "NRM statistics", string.Concat(Enumerable.Repeat("Figures on referrals are new in this quarter. ", 7)))]));

        var document = MailText.Parse(digest.Html);
        Assert.InRange(Encoding.UTF8.GetByteCount(digest.Html), 80_000, 90_000);
        Assert.InRange(document.QuerySelectorAll("h3").Length, 40, 79);
        Assert.Equal(80, document.QuerySelectorAll("a").Length);
        Assert.DoesNotContain("found no room", digest.Text);
        Assert.Equal("Safeguarding digest 23 Nov: 80 releases", digest.Subject);
    }

    [Theory]
    [InlineData("huge title ")]
    [InlineData("teitl enfawr â’r ")]
    [InlineData("大きな題")]
    [InlineData("&<>\"")]
    public void Huge_titles_neither_break_it_nor_swell_it(string bit)
    {
        var title = string.Concat(Enumerable.Repeat(bit, 5_000));

        var digest = Composer.Compose(A.Request(Boundless, [.. Releases(400, title, title)]));

        Assert.InRange(Encoding.UTF8.GetByteCount(digest.Html), 40_000, 90_000);
        Assert.InRange(QuotedPrintableLength(digest.Html), 40_000, 102_000);
    }

    [Fact]
    public void A_digest_that_fits_is_left_as_it_is()
    {
        var request = SampleWeek.For(SampleWeek.SchoolLead);
        var selection = DigestSelector.Select(request);

        Assert.Same(selection, SizeLimit.Fit(selection, _ => new string('x', 87_000)));
    }

    private static IEnumerable<Release> Releases(int count, string title, string summary) =>
        Enumerable.Range(1, count).Select(id => A.Release(id, An.Stored(An.Entry($"{title} {id}", summary))));

    private static int QuotedPrintableLength(string html) => html.Split('\n').Sum(EncodedLength);

    /// <summary>Each line of 73 characters or fewer, as a careful encoder breaks them, with its soft break.</summary>
    private static int EncodedLength(string line)
    {
        var characters = Encoding.UTF8.GetBytes(line).Sum(value => value is < 32 or > 126 or (byte)'=' ? 3 : 1);
        return characters + (3 * (characters / 73)) + 2;
    }
}

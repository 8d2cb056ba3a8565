using System.Globalization;
using System.Text;
using DigestWorker.Composing.Wording;

namespace DigestWorker.Tests.Composing.Wording;

public sealed class SubjectLineTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(3, 1, 0, "Safeguarding digest 23 Nov: 3 releases, 1 guidance page")]
    [InlineData(1, 2, 0, "Safeguarding digest 23 Nov: 1 release, 2 guidance pages")]
    [InlineData(0, 0, 1, "Safeguarding digest 23 Nov: 1 news report")]
    [InlineData(1, 1, 4, "Safeguarding digest 23 Nov: 1 release, 1 guidance page, 4 news reports")]
    [InlineData(12, 10, 8, "Safeguarding digest 23 Nov: 12 releases, 10 guidance pages and news")]
    public void It_says_how_much_there_is(int figures, int guidance, int news, string subject)
    {
        Assert.Equal(subject, SubjectLine.Of(Monday, new KindCounts(figures, guidance, news)));
    }

    [Theory]
    [InlineData("2026-06-28T22:59:59Z", "28 Jun")]
    [InlineData("2026-06-28T23:00:00Z", "29 Jun")]
    [InlineData("2026-12-07T00:00:00Z", "7 Dec")]
    public void The_day_is_london_s(string cutOff, string day)
    {
        Assert.Contains($" {day}: ", SubjectLine.Of(DateTimeOffset.Parse(cutOff, CultureInfo.InvariantCulture), new KindCounts(1, 0, 0)));
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(400, 400, 400)]
    [InlineData(1000, 0, 1000)]
    [InlineData(1000, 1000, 1000)]
    public void It_is_plain_and_of_a_length_that_phones_show(int figures, int guidance, int news)
    {
        var subject = SubjectLine.Of(Monday, new KindCounts(figures, guidance, news));

        Assert.InRange(subject.Length, 20, 70);
        Assert.True(Ascii.IsValid(subject));
        Assert.True(NeutralWords.Are(subject));
    }
}

using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>In a full week many stories have one subject: only what they tell can make two of them one release.</summary>
public sealed class SameWeekTests : IDisposable
{
    private static readonly DateTimeOffset Day = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Day.AddDays(40));

    [Theory]
    [InlineData(
        "Mother and partner sentenced for the murder of a boy of five", "The crown court heard that he was beaten and that nobody called for help. Both will serve at least twenty years.",
        "Ban on smacking takes effect in the north", "Parents who smack a child can no longer rely on reasonable punishment. A charity welcomed the vote.")]
    [InlineData(
        "Former swimming coach jailed for sexual abuse of children", "He was found guilty of abusing boys at two clubs. Survivors said that they had waited a long time.",
        "Child sexual abuse: theatre company opens its tour", "The play goes to twelve towns and asks the audience to speak up.")]
    [InlineData(
        "Adult safeguarding week: lunch talks at the town hall", "Come along at noon on Tuesday, when three teams tell of their work with vulnerable adults.",
        "Calls about abuse of older people at a record level", "The helpline took 71,900 calls in the year to March, which is two thirds more than in the year before.")]
    public async Task Two_stories_of_one_subject_are_two_releases(string one, string oneText, string other, string otherText)
    {
        _newsroom.Publish("Morning Post", new FeedEntry("a", one, oneText, Day));
        _newsroom.Publish("Evening Mail", new FeedEntry("b", other, otherText, Day.AddDays(1)));

        await _newsroom.CollectAsync();

        Assert.Equal([1, 1], Sizes());
    }

    [Theory]
    [InlineData(
        "Law Centre News", "Home Office publishes guidance on county lines", "Frontline staff are told how gangs use children to carry drugs and money, and which signs to look for.",
        "Ayford Safeguarding Children Board", "County lines: Home Office guidance", "The Home Office wants practitioners to know the signs that a child is used to carry drugs and money, and to get help.", 19)]
    [InlineData(
        "Nursery Paper", "EYFS changes: what is new from 1 September", "Whistleblowing, recruitment, absence and mealtimes: the statutory framework says more on each from 1 September.",
        "Ayford City Council", "Special bulletin: EYFS changes from 1 September", "References come before a start date, absence is followed up, and mealtimes are supervised. The statutory framework applies from 1 September.", 6)]
    public async Task What_a_local_body_passes_on_is_the_release_that_it_passes_on(string publisher, string title, string text, string local, string passedOn, string inItsWords, int days)
    {
        _newsroom.Publish(publisher, new FeedEntry("a", title, text, Day));
        _newsroom.Publish(local, new FeedEntry("b", passedOn, inItsWords, Day.AddDays(days)));

        await _newsroom.CollectAsync();

        Assert.Equal([2], Sizes());
    }

    [Theory]
    [InlineData("published on Friday", new[] { 2 })]
    [InlineData("published last month", new[] { 1, 1 })]
    public async Task What_is_said_to_have_come_out_on_the_day_on_which_a_like_release_came_out_is_that_release(string told, int[] sizes)
    {
        _newsroom.Publish("Statistics Office", new FeedEntry("a", "Children looked after in England", "There were 83,840 children in care at the end of March, 2% more than in the year before.", Day.AddDays(-3)));
        _newsroom.Publish("Seaside Post", new FeedEntry(
            "b", "Our town tops a table of children in care that nobody wants to lead",
            $"Here 191 of every 10,000 children are looked after, according to figures {told}. In England it is 71. A councillor said that early help had begun to work.", Day));

        await _newsroom.CollectAsync();

        Assert.Equal(sizes, Sizes());
    }

    [Theory]
    [InlineData(
        "Young people in treatment for substance misuse: report", "14,024 young people under 18 were in treatment for drugs or alcohol in the year to March, 13% more than before.",
        "Adults in treatment for substance misuse: report", "290,635 adults were in treatment for drugs or alcohol in the year to March, 1% more than before.")]
    [InlineData(
        "Working together to safeguard children: statutory guidance", "The new edition says what agencies must do to safeguard children, and takes effect today.",
        "Working together to safeguard children: government response to consultation", "What was answered to the consultation on the new edition, and what became of it.")]
    public async Task Two_papers_of_one_publisher_on_one_day_are_two_releases(string one, string oneText, string other, string otherText)
    {
        _newsroom.Publish("Ministry", new FeedEntry("a", one, oneText, Day), new FeedEntry("b", other, otherText, Day));

        await _newsroom.CollectAsync();

        Assert.Equal([1, 1], Sizes());
    }

    [Fact]
    public async Task Councils_that_fill_in_one_template_for_two_subjects_have_two_releases()
    {
        foreach (var (at, subject) in new[] { "county lines", "modern slavery" }.Index())
        {
            _newsroom.Publish($"Sample council {at}", new FeedEntry(
                subject, $"Figures on {subject}, report {at}", $"Reports of {subject} came to {4211 + (at * 137)} in 2025/26. Of these {10 + at}% told of {subject} in a school.", Day));
        }

        await _newsroom.CollectAsync();

        Assert.Equal([1, 1], Sizes());
    }

    public void Dispose() => _newsroom.Dispose();

    private int[] Sizes() => [.. _newsroom.Services.GetRequiredService<Releases>().Since(null).Select(release => release.Entries.Count)];
}

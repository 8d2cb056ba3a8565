using DigestWorker.Pipeline;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline;

/// <summary>Which text that takes the place of another is another release's, and which is the same one's, changed.</summary>
public sealed class NextTextsTests : IDisposable
{
    private const string Grooming = "There were 6,350 online grooming offences recorded by police in 2024/25, new figures show. Of the known victims 83% were girls.";

    private static readonly DateTimeOffset Day = new(2026, 4, 13, 9, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _newsroom = new(Day);

    [Theory]
    [InlineData("Online grooming statistics", Grooming,
        "Online grooming statistics", "Recorded grooming offences were 7,062 in 2025/26, figures show. The year before it was 6,350. Girls were 81% of the known victims.")]
    [InlineData("Online grooming statistics", Grooming,
        "Online grooming statistics", "There were 7,062 online grooming offences recorded by police in 2025/26, and 81% of victims were girls, new figures show.\n\n" + Grooming)]
    [InlineData("Helpline referrals, March 2026", "The helpline made 1,512 referrals to children's services in March 2026, statistics show.",
        "Helpline referrals, April 2026", "The helpline made 1,540 referrals to children's services in April 2026, statistics show.")]
    [InlineData("Helpline referrals", "The helpline made 1,512 referrals to children's services in March 2026, statistics show.",
        "Helpline referrals", "The helpline made 1,540 referrals to children's services in April 2026, statistics show.")]
    [InlineData("Keeping children safe in education", "Statutory guidance for schools and colleges, in force from 1 September 2025. Staff should report concerns.",
        "Keeping children safe in education", "Statutory guidance for schools and colleges, in force from 1 September 2026. Staff must report concerns.")]
    [InlineData("Safer recruitment: guidance for schools 2025", "Guidance for schools on safeguarding checks. Staff should be checked before they start.",
        "Safer recruitment: guidance for schools 2026", "Guidance for schools on safeguarding checks. Staff must be checked before they start.")]
    public async Task A_later_year_or_edition_is_another_release(string title, string text, string nextTitle, string nextText)
    {
        await ReadAsync(title, text);
        await ReadAsync(nextTitle, nextText);

        Assert.Equal(2, _newsroom.Scalar("select count(distinct release_id) from entry where pending = 0"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from revision where substantive = 1"));
    }

    [Theory]
    [InlineData("Online grooming statistics", Grooming,
        "Online grooming statistics", "There were 6,410 online grooming offences recorded by police in 2024/25, new figures show. Of the known victims 82% were girls.")]
    [InlineData("Online grooming statistics", Grooming + "\n\nThe next figures come in June 2026.",
        "Online grooming statistics", Grooming + "\n\nThe next figures come in September 2026.")]
    [InlineData("Online grooming statistics", Grooming,
        "Online grooming statistics", "There were 6,130 online grooming offences recorded by police in 2023/24, new figures show. Of the known victims 81% were girls.")]
    [InlineData("Online grooming statistics", Grooming,
        "Online grooming statistics", "Update of April 2026: schools must talk to parents.\n\n" + Grooming)]
    [InlineData("Home visits: guidance for social workers (updated March 2025)", "Guidance on home visits and safeguarding children. Visits should be made within 10 days.",
        "Home visits: guidance for social workers (updated April 2026)", "Guidance on home visits and safeguarding children. Visits should be made within 5 days.")]
    [InlineData("Training in schools: guidance", "Guidance on safeguarding training. All staff must be trained by 1 September 2025.",
        "Training in schools: guidance", "Guidance on safeguarding training. All staff must be trained by 1 September 2026.")]
    public async Task A_change_within_the_year_or_of_a_date_is_the_same_release(string title, string text, string nextTitle, string nextText)
    {
        await ReadAsync(title, text);
        await ReadAsync(nextTitle, nextText);

        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from revision"));
    }

    [Fact]
    public async Task Of_a_watched_page_that_went_on_retention_takes_the_earlier_text_alone_and_nothing_looks_odd_in_the_database()
    {
        foreach (var (year, count) in new[] { ("2024/25", "6,350"), ("2025/26", "7,062") })
        {
            _newsroom.PublishWatched("charity", $"<html><body><main><h1>Online grooming statistics</h1><p>Police recorded {count} online grooming offences in {year}, figures from all forces show.</p><p>Schools should talk to children about it.</p></main></body></html>");
            await _newsroom.CollectAsync();
            _newsroom.Clock.Now = _newsroom.Clock.Now.AddYears(1);
        }

        _newsroom.Clock.Now = Day.AddMonths(42);
        _newsroom.Services.GetRequiredService<Housekeep>().Run();

        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where pruned = 1 and content = '' and id = 1"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where pruned = 0 and content like '%7,062%'"));
        Assert.Equal(0, _newsroom.Scalar("select count(*) from entry e where not exists (select 1 from entry_key k where k.entry_id = e.id)"));
    }

    [Fact]
    public async Task A_first_date_that_stays_beside_the_new_text_is_not_the_new_texts()
    {
        var first = Day.AddYears(-6);
        await ReadAsync("Online grooming statistics", Grooming, first);
        _newsroom.Clock.Now = Day.AddDays(3);
        foreach (var count in new[] { "7,062", "7,065" })
        {
            await ReadAsync("Online grooming statistics", $"There were {count} online grooming offences recorded by police in 2025/26, new figures show. Of the known victims 81% were girls.", first);
        }

        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where published_at is null and summary like '%7,065%'"));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from entry where published_at is not null and summary like '%6,350%'"));
    }

    public void Dispose() => _newsroom.Dispose();

    private async Task ReadAsync(string title, string text, DateTimeOffset? published = null)
    {
        _newsroom.Publish("charity", new FeedEntry("page", title, text, published) { Url = "https://learning.example.org/page" });
        await _newsroom.CollectAsync();
    }
}

using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Explaining;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Explaining;

/// <summary>An explanation says of a release what the digest then does, for whomever and whenever.</summary>
public sealed class ExplainDigestTests(FilledNewsroom filled) : IClassFixture<FilledNewsroom>
{
    [Fact]
    public void A_release_is_explained_as_in_exactly_where_the_composed_digest_holds_it()
    {
        var published = filled.Newsroom.Services.GetRequiredService<PublishEdition>().DryRun(FilledNewsroom.Week, _ => true, TestContext.Current.CancellationToken);

        var explained = filled.Explained;

        Assert.Equal(Held(published), [.. explained.Where(one => one.Why.IsIn).Select(one => one.Key).Order(StringComparer.Ordinal)]);
        Assert.Equal(
            [DigestFate.In, DigestFate.Paused, DigestFate.AlreadySent, DigestFate.NeverNews, DigestFate.BeforeWindow, DigestFate.MutedWord, DigestFate.MutedTopics, DigestFate.NoRoleWants, DigestFate.NoRoom],
            explained.Select(one => one.Why.Fate).Distinct().Order());
    }

    [Fact]
    public async Task Of_a_digest_that_is_composed_already_the_explanation_says_what_it_holds()
    {
        await using var composed = new FilledNewsroom();
        await composed.InitializeAsync();
        var (published, _) = await composed.Newsroom.DigestAsync();

        // A third of the readers, of all roles: what holds for everybody is tried above.
        var explained = composed.ExplainFor(everyNth: 3);

        var asked = explained.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([.. Held(published).Where(asked.Contains)], [.. explained.Where(one => one.Why.IsIn).Select(one => one.Key).Order(StringComparer.Ordinal)]);
        Assert.All(explained.Where(one => one.Why.IsIn), one => Assert.True(one.Why.IsKept));
        Assert.DoesNotContain(explained, one => one.Why.Fate is DigestFate.NotThen or DigestFate.CoveredLater);
    }

    [Fact]
    public async Task What_came_after_the_edition_is_explained_for_the_present_week_unless_a_week_is_named()
    {
        using var newsroom = new Newsroom(FilledNewsroom.Monday.AddDays(-20));
        newsroom.Publish("charity");
        await newsroom.CollectAsync();
        newsroom.Subscribe("lead@example.org");
        newsroom.Clock.Now = FilledNewsroom.Monday;
        newsroom.Publish("charity", FeedEntry.Grooming("a"));
        await newsroom.CollectAsync();
        await newsroom.DigestAsync();
        newsroom.Clock.Now = FilledNewsroom.Monday.AddDays(2);
        newsroom.Publish("charity", new FeedEntry("b", "School attendance in autumn 2026", "Persistent absence from school fell to 17.2% in autumn 2026, the school attendance statistics show."));
        await newsroom.CollectAsync();
        newsroom.Services.GetRequiredService<MatchReleases>().Run(TestContext.Current.CancellationToken);
        var late = FilledNewsroom.Releases(newsroom).Single(release => release.Lead.Entry.Title.StartsWith("School", StringComparison.Ordinal));

        Assert.Equal((DigestFate.AfterWindow, FilledNewsroom.Week), Short(FilledNewsroom.Explain(newsroom, late, "lead@example.org", FilledNewsroom.Week)));
        Assert.Equal(new EditionWeek(2026, 48), FilledNewsroom.Explain(newsroom, late, "lead@example.org", null).Week);
    }

    [Fact]
    public void A_setting_of_the_role_or_the_choice_of_the_subscriber_is_named_as_what_decides()
    {
        var settings = new DecidingSettings(filled.Newsroom.Services.GetRequiredService<DigestSettings>());

        Assert.All(Of(DigestFate.NoRoom), decides => Assert.True(decides.Contains("OneLiners", StringComparison.Ordinal) || decides.Contains("first digest", StringComparison.Ordinal)));
        Assert.All(Of(DigestFate.MutedWord), decides => Assert.Contains("leaves out the word \"report\"", decides, StringComparison.Ordinal));
        Assert.All(Of(DigestFate.Paused), decides => Assert.Contains("paused until 2026-12-01", decides, StringComparison.Ordinal));
        Assert.All(Of(DigestFate.NoRoleWants), decides => Assert.Matches("Roles:|Topics", decides));
        Assert.All(Of(DigestFate.In), decides => Assert.NotEmpty(decides));

        IEnumerable<string> Of(DigestFate fate) => filled.Explained.Where(one => one.Why.Fate == fate).Select(one => string.Join('\n', settings.Of(one.Why)));
    }

    private static List<string> Held(PublishReport published) =>
        [.. published.Digests.SelectMany(digest => digest.Composed.Releases.Select(sent => FilledNewsroom.Key(digest.Subscriber.Email, sent.ReleaseId))).Order(StringComparer.Ordinal)];

    private static (DigestFate, EditionWeek) Short(Explanation explained) => (explained.Fate, explained.Week);
}

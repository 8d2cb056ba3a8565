using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Explaining;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Explaining;

/// <summary>An explanation says of a release what the digest then does, for whomever and whenever.</summary>
public sealed class ExplainDigestTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private static readonly string[] Subjects =
    [
        "online grooming", "school attendance", "modern slavery", "county lines", "domestic abuse", "female genital mutilation", "elective home education",
        "child sexual exploitation", "suspensions and permanent exclusions", "care leavers",
    ];

    private static readonly string[] Places = ["Leeds", "Kent", "Scotland", "England", "Bristol"];

    private readonly Newsroom _newsroom = new(Monday.AddDays(-20));
    private readonly Random _chance = new(7);

    [Fact]
    public async Task A_release_is_explained_as_in_exactly_where_the_composed_digest_holds_it()
    {
        await FillAsync();
        var published = _newsroom.Services.GetRequiredService<PublishEdition>().DryRun(Week, _ => true, TestContext.Current.CancellationToken);
        var expected = Held(published);

        var explained = ExplainAll();

        Assert.Equal(expected, [.. explained.Where(one => one.Why.IsIn).Select(one => one.Key).Order(StringComparer.Ordinal)]);
        Assert.Equal(
            [DigestFate.In, DigestFate.Paused, DigestFate.AlreadySent, DigestFate.NeverNews, DigestFate.BeforeWindow, DigestFate.MutedWord, DigestFate.MutedTopics, DigestFate.NoRoleWants, DigestFate.NoRoom],
            explained.Select(one => one.Why.Fate).Distinct().Order());
    }

    [Fact]
    public async Task Of_a_digest_that_is_composed_already_the_explanation_says_what_it_holds()
    {
        await FillAsync();
        var (published, _) = await _newsroom.DigestAsync();
        var expected = Held(published);

        var explained = ExplainAll();

        Assert.Equal(expected, [.. explained.Where(one => one.Why.IsIn).Select(one => one.Key).Order(StringComparer.Ordinal)]);
        Assert.All(explained.Where(one => one.Why.IsIn), one => Assert.True(one.Why.IsKept));
        Assert.DoesNotContain(explained, one => one.Why.Fate is DigestFate.NotThen or DigestFate.CoveredLater);
    }

    [Fact]
    public async Task What_came_after_the_edition_is_explained_for_the_present_week_unless_a_week_is_named()
    {
        _newsroom.Publish("charity");
        await _newsroom.CollectAsync();
        _newsroom.Subscribe("lead@example.org");
        _newsroom.Clock.Now = Monday;
        _newsroom.Publish("charity", NewsItem.Grooming("a"));
        await _newsroom.CollectAsync();
        await _newsroom.DigestAsync();
        _newsroom.Clock.Now = Monday.AddDays(2);
        _newsroom.Publish("charity", new NewsItem("b", "School attendance in autumn 2026", "Persistent absence from school fell to 17.2% in autumn 2026, the school attendance statistics show."));
        await _newsroom.CollectAsync();
        _newsroom.Services.GetRequiredService<MatchReleases>().Run(TestContext.Current.CancellationToken);
        var late = Releases().Single(release => release.Lead.Entry.Title.StartsWith("School", StringComparison.Ordinal));

        Assert.Equal((DigestFate.AfterWindow, Week), Short(Explain(late, "lead@example.org", Week)));
        Assert.Equal(new EditionWeek(2026, 48), Explain(late, "lead@example.org", null).Week);
    }

    [Fact]
    public async Task A_setting_of_the_role_or_the_choice_of_the_subscriber_is_named_as_what_decides()
    {
        await FillAsync();
        var settings = new DecidingSettings(_newsroom.Services.GetRequiredService<DigestSettings>());

        var explained = ExplainAll();

        Assert.All(Of(DigestFate.NoRoom), decides => Assert.True(decides.Contains("OneLiners", StringComparison.Ordinal) || decides.Contains("first digest", StringComparison.Ordinal)));
        Assert.All(Of(DigestFate.MutedWord), decides => Assert.Contains("leaves out the word \"report\"", decides, StringComparison.Ordinal));
        Assert.All(Of(DigestFate.Paused), decides => Assert.Contains("paused until 2026-12-01", decides, StringComparison.Ordinal));
        Assert.All(Of(DigestFate.NoRoleWants), decides => Assert.Matches("Roles:|Topics", decides));
        Assert.All(Of(DigestFate.In), decides => Assert.NotEmpty(decides));

        IEnumerable<string> Of(DigestFate fate) => explained.Where(one => one.Why.Fate == fate).Select(one => string.Join('\n', settings.Of(one.Why)));
    }

    private static EditionWeek Week => EditionWeek.LastComplete(Monday);

    public void Dispose() => _newsroom.Dispose();

    // Two weeks of news, an edition of the first, and subscribers of every role with all sorts of wishes, some of them new.
    private async Task FillAsync()
    {
        _newsroom.Publish("charity", Item(100, _newsroom.Clock.Now.AddDays(-40)), Item(101, published: null));
        await _newsroom.CollectAsync();
        Subscribe(0, 30);
        _newsroom.Clock.Now = Monday.AddDays(-8);
        NewsItem[] first = [.. Enumerable.Range(0, 25).Select(at => Item(at, published: null))];
        _newsroom.Publish("charity", first);
        await _newsroom.CollectAsync();
        _newsroom.Clock.Now = Monday.AddDays(-7);
        await _newsroom.DigestAsync();
        Subscribe(30, 45);
        Wish();
        _newsroom.Clock.Now = Monday.AddDays(-2);
        _newsroom.Publish("charity", [.. first, .. Enumerable.Range(25, 40).Select(at => Item(at, published: null))]);
        await _newsroom.CollectAsync();
        _newsroom.Services.GetRequiredService<MatchReleases>().Run(TestContext.Current.CancellationToken);
        _newsroom.Clock.Now = Monday;
    }

    private NewsItem Item(int at, DateTimeOffset? published)
    {
        var (subject, place) = (Subjects[_chance.Next(Subjects.Length)], Places[_chance.Next(Places.Length)]);
        return new NewsItem(
            $"n{at}",
            $"{subject} in {place}: {(at % 5 == 0 ? "report" : "figures")} number {at}",
            $"The statistics on {subject} in {place} counted {1000 + (at * 37)} cases in {2000 + at}, {at % 97}% more than in the year before. It is number {at} of series {at * 7919}.",
            published);
    }

    private void Subscribe(int from, int to)
    {
        var roles = _newsroom.Services.GetRequiredService<DigestSettings>().Roles;
        for (var at = from; at < to; at++)
        {
            string[] areas = at % 3 == 0 ? [Places[_chance.Next(Places.Length)]] : [];
            string[] own = [roles[at % roles.Count].Id, .. at % 4 == 0 ? [roles[_chance.Next(roles.Count)].Id] : Array.Empty<string>()];
            _newsroom.Services.GetRequiredService<Subscribers>().Add(new Joiner(Address(at), null, [.. own.Distinct()], areas), _newsroom.Clock.Now);
        }
    }

    private void Wish()
    {
        var wishes = _newsroom.Services.GetRequiredService<SubscriberWishes>();
        for (var at = 0; at < 45; at += 5)
        {
            wishes.Change(Address(at), new WishChange(at % 2 == 0 ? ["Leeds"] : [], at % 3 == 0 ? ["report"] : [], [], TextOnly: null), _newsroom.Clock.Now);
        }

        using var connection = _newsroom.Services.GetRequiredService<Database>().Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            insert into subscriber_topic (subscriber_id, topic, wish) select id, 'attendance', 'Mute' from subscriber where id % 4 = 0;
            insert into subscriber_topic (subscriber_id, topic, wish) select id, 'modern-slavery', 'Follow' from subscriber where id % 4 = 1;
            update subscriber set state = 'Paused', paused_until = '2026-12-01' where id % 11 = 0
            """;
        command.ExecuteNonQuery();
    }

    private IReadOnlyList<Release> Releases() => _newsroom.Services.GetRequiredService<Releases>().Since(null);

    private Explanation Explain(Release release, string address, EditionWeek? week) =>
        _newsroom.Services.GetRequiredService<ExplainDigest>().ForSubscriber(release, address, week, TestContext.Current.CancellationToken)!;

    private List<(string Key, Explanation Why)> ExplainAll() =>
        [.. Enumerable.Range(0, 45).SelectMany(at => Releases().Select(release => (Key(Address(at), release.Id), Explain(release, Address(at), Week))))];

    private static List<string> Held(PublishReport published) =>
        [.. published.Digests.SelectMany(digest => digest.Composed.Releases.Select(sent => Key(digest.Subscriber.Email, sent.ReleaseId))).Order(StringComparer.Ordinal)];

    private static (DigestFate, EditionWeek) Short(Explanation explained) => (explained.Fate, explained.Week);

    private static string Key(string address, long release) => $"{address} {release}";

    private static string Address(int at) => $"s{at:00}@school.example.org";
}

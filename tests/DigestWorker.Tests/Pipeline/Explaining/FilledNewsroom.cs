using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Explaining;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Explaining;

/// <summary>Two weeks of news, an edition of the first, and subscribers of every role with all sorts of wishes, some of them new.</summary>
public sealed class FilledNewsroom : IAsyncLifetime
{
    private const int People = 24, BeforeTheEdition = 16;

    internal static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    private static readonly string[] Subjects =
    [
        "online grooming", "school attendance", "modern slavery", "county lines", "domestic abuse", "female genital mutilation", "elective home education",
        "child sexual exploitation", "suspensions and permanent exclusions", "care leavers",
    ];

    private static readonly string[] Places = ["Leeds", "Kent", "Scotland", "England", "Bristol"];

    private readonly Random _chance = new(7);
    private List<(string Key, Explanation Why)>? _explained;

    internal static EditionWeek Week => EditionWeek.LastComplete(Monday);

    internal Newsroom Newsroom { get; } = new(Monday.AddDays(-20));

    /// <summary>Every release for everybody, as all stood when this was asked first: it takes many seconds.</summary>
    internal IReadOnlyList<(string Key, Explanation Why)> Explained => _explained ??= ExplainFor(everyNth: 1);

    public async ValueTask InitializeAsync()
    {
        Newsroom.Publish("charity", Item(100, Newsroom.Clock.Now.AddDays(-40)), Item(101, published: null));
        await Newsroom.CollectAsync();
        Subscribe(0, BeforeTheEdition);
        Newsroom.Clock.Now = Monday.AddDays(-8);
        FeedEntry[] first = [.. Enumerable.Range(0, 25).Select(at => Item(at, published: null))];
        Newsroom.Publish("charity", first);
        await Newsroom.CollectAsync();
        Newsroom.Clock.Now = Monday.AddDays(-7);
        await Newsroom.DigestAsync();
        Subscribe(BeforeTheEdition, People);
        Wish();
        Newsroom.Clock.Now = Monday.AddDays(-2);
        Newsroom.Publish("charity", [.. first, .. Enumerable.Range(25, 40).Select(at => Item(at, published: null))]);
        await Newsroom.CollectAsync();
        Newsroom.Services.GetRequiredService<MatchReleases>().Run(TestContext.Current.CancellationToken);
        Newsroom.Clock.Now = Monday;
    }

    public ValueTask DisposeAsync()
    {
        Newsroom.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static Explanation Explain(Newsroom newsroom, Release release, string address, EditionWeek? week) =>
        newsroom.Services.GetRequiredService<ExplainDigest>().ForSubscriber(release, address, week, TestContext.Current.CancellationToken)!;

    internal static IReadOnlyList<Release> Releases(Newsroom newsroom) => newsroom.Services.GetRequiredService<Releases>().Since(null);

    internal static string Key(string address, long release) => $"{address} {release}";

    internal List<(string Key, Explanation Why)> ExplainFor(int everyNth)
    {
        var releases = Releases(Newsroom);
        return [.. Enumerable.Range(0, People).Where(at => at % everyNth == 0).SelectMany(at => releases.Select(release => (Key(Address(at), release.Id), Explain(Newsroom, release, Address(at), Week))))];
    }

    private FeedEntry Item(int at, DateTimeOffset? published)
    {
        var (subject, place) = (Subjects[_chance.Next(Subjects.Length)], Places[_chance.Next(Places.Length)]);
        return new FeedEntry(
            $"n{at}",
            $"{subject} in {place}: {(at % 5 == 0 ? "report" : "figures")} number {at}",
            $"The statistics on {subject} in {place} counted {1000 + (at * 37)} cases in {2000 + at}, {at % 97}% more than in the year before. It is number {at} of series {at * 7919}.",
            published);
    }

    private void Subscribe(int from, int to)
    {
        var roles = Newsroom.Services.GetRequiredService<DigestSettings>().Roles;
        for (var at = from; at < to; at++)
        {
            string[] areas = at % 3 == 0 ? [Places[_chance.Next(Places.Length)]] : [];
            string[] own = [roles[at % roles.Count].Id, .. at % 4 == 0 ? [roles[_chance.Next(roles.Count)].Id] : Array.Empty<string>()];
            Newsroom.Services.GetRequiredService<Subscribers>().Add(new Joiner(Address(at), null, [.. own.Distinct()], areas), Newsroom.Clock.Now);
        }
    }

    private void Wish()
    {
        var wishes = Newsroom.Services.GetRequiredService<SubscriberWishes>();
        for (var at = 0; at < People; at += 5)
        {
            wishes.Change(Address(at), new WishChange(at % 2 == 0 ? ["Leeds"] : [], at % 3 == 0 ? ["report"] : [], [], TextOnly: null), Newsroom.Clock.Now);
        }

        using var connection = Newsroom.Services.GetRequiredService<Database>().Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            insert into subscriber_topic (subscriber_id, topic, wish) select id, 'attendance', 'Mute' from subscriber where id % 4 = 0;
            insert into subscriber_topic (subscriber_id, topic, wish) select id, 'modern-slavery', 'Follow' from subscriber where id % 4 = 1;
            update subscriber set state = 'Paused', paused_until = '2026-12-01' where id % 11 = 0
            """;
        command.ExecuteNonQuery();
    }

    private static string Address(int at) => $"s{at:00}@school.example.org";
}

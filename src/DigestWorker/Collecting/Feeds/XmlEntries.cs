using System.Globalization;
using DigestWorker.Collecting.Fetching;

namespace DigestWorker.Collecting.Feeds;

/// <summary>RSS 0.9 to 2.0, RSS 1.0 and 1.1 (RDF), Atom 0.3 and 1.0: entries stand at another depth, their words do not clash.</summary>
internal static class XmlEntries
{
    private const int DeepestEntry = 3;

    /// <returns>The entries, at most <paramref name="limit"/> and one more.</returns>
    public static FeedDraft Read(TextReader xml, Uri address, IEnumerable<string> undeclaredPrefixes, int limit)
    {
        using var walk = new XmlWalk(xml, undeclaredPrefixes);
        var reading = new Reading(walk, limit);
        reading.Level(walk.BaseWithin(address), depth: 1);
        return new FeedDraft(reading.Entries, reading.FreshFor);
    }

    private sealed class Reading(XmlWalk walk, int limit)
    {
        public List<EntryDraft> Entries { get; } = [];

        public TimeSpan? FreshFor { get; private set; }

        public void Level(Uri outer, int depth)
        {
            var home = outer;
            walk.EachChild(() =>
            {
                switch (walk.Name.ToLowerInvariant())
                {
                    case "item" or "entry" when walk.Vocabulary is Vocabulary.Rss or Vocabulary.Atom && Entries.Count <= limit:
                        Entries.Add(XmlEntry.Read(walk, home));
                        break;
                    case "link" when walk.Vocabulary is Vocabulary.Rss:
                        home = EntryLink.Of(home, walk.Content().ToString()) ?? home;
                        break;
                    case "ttl" when walk.Vocabulary is Vocabulary.Rss:
                        FreshFor = Minutes(walk.Content().ToString());
                        break;
                    case "channel" or "items" when depth < DeepestEntry:
                        Level(walk.BaseWithin(home), depth + 1);
                        break;
                }
            });
        }

        private static TimeSpan? Minutes(string written) =>
            int.TryParse(written, NumberStyles.Integer, CultureInfo.InvariantCulture, out var minutes) && minutes > 0
                ? ServerTimes.Bounded(TimeSpan.FromMinutes(minutes))
                : null;
    }
}

namespace DigestWorker.Collecting.Feeds;

/// <summary>RSS 0.9 to 2.0, RSS 1.0 and 1.1 (RDF), Atom 0.3 and 1.0: entries stand at another depth, their words do not clash.</summary>
internal static class XmlEntries
{
    private const int DeepestEntry = 3;

    /// <returns>The entries, at most <paramref name="limit"/> and one more.</returns>
    public static IReadOnlyList<EntryDraft> Read(TextReader xml, Uri address, IEnumerable<string> undeclaredPrefixes, int limit)
    {
        using var walk = new XmlWalk(xml, undeclaredPrefixes);
        var reading = new Reading(walk, limit);
        reading.Level(walk.BaseWithin(address), depth: 1);
        return reading.Entries;
    }

    private sealed class Reading(XmlWalk walk, int limit)
    {
        public List<EntryDraft> Entries { get; } = [];

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
                        home = EntryLink.Of(home, walk.Content().Text) ?? home;
                        break;
                    case "channel" or "items" when depth < DeepestEntry:
                        Level(walk.BaseWithin(home), depth + 1);
                        break;
                }
            });
        }
    }
}

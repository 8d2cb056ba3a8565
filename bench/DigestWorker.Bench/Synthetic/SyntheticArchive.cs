using DigestWorker.Classifying;
using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Matching.Traits;

namespace DigestWorker.Bench.Synthetic;

/// <summary>Any number of entries, so many a day, made from some hundred by varying days, figures, names and words.</summary>
internal sealed class SyntheticArchive(TraitReader reader, EntryClassifier classifier, int aDay = SyntheticArchive.ADay)
{
    /// <summary>What some 260 sources of the usual pace bring.</summary>
    public const int ADay = 130;

    private const int Models = 600;

    private readonly List<EntryTraits> _models = [.. new SyntheticEntries(seed: 5).All(years: 3).Take(Models).Select(entry => Read(entry, reader, classifier))];

    public IEnumerable<Member> All(int count)
    {
        var chance = new Random(11);
        for (var id = 1; id <= count; id++)
        {
            yield return new Member(id, Varied(_models[chance.Next(_models.Count)], chance, id));
        }
    }

    private EntryTraits Varied(EntryTraits model, Random chance, int id)
    {
        var factor = 0.5 + chance.NextDouble();
        return model with
        {
            Address = $"https://example.org/{id}",
            ContentHash = null,
            Day = new DateOnly(2006, 1, 1).DayNumber + (id / aDay),
            Publisher = $"outlet {chance.Next(400)}",
            Words = Varied(model.Words, chance),
            LeadWords = Varied(model.LeadWords, chance),
            Figures = [.. model.Figures.Select(figure => figure with { Value = Math.Round(figure.Value * factor, 1) })],
            Signature = [.. model.Signature.Select(hash => chance.Next(3) == 0 ? hash : (uint)chance.NextInt64(uint.MaxValue))],
            Names = [.. model.Names.Select(name => name with { Hash = chance.Next(2) == 0 ? name.Hash : (uint)chance.NextInt64(uint.MaxValue) })],
        };
    }

    private static TermVector Varied(TermVector words, Random chance)
    {
        uint[] terms = [.. words.Terms.Select(term => chance.Next(3) > 0 ? term : (uint)chance.Next(30_000))];
        var weights = words.Weights.ToArray();
        Array.Sort(terms, weights);
        return new TermVector(terms, weights);
    }

    private static EntryTraits Read(SyntheticEntry entry, TraitReader reader, EntryClassifier classifier)
    {
        var content = new Entry { Title = entry.Title, Summary = entry.Summary, Content = entry.Text };
        var reading = Reading.Of(content, entry.Publisher);
        var understanding = classifier.Understand(reading, content, new Source("bench", SourceKind.Feed, new Uri(entry.Url), entry.Publisher, [], []));
        var pending = new PendingEntry(0, "bench", entry.Publisher, content, null, new DateTimeOffset(entry.Day, TimeOnly.MinValue, TimeSpan.Zero), InRelease: false);
        return reader.Read(pending, new MatchText(entry.Title, entry.Summary, entry.Text), understanding);
    }
}

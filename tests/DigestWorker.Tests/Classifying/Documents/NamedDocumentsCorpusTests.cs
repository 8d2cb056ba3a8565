using System.Globalization;
using System.Text.Json;
using DigestWorker.Classifying.Documents;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Classifying.Documents;

/// <summary>How often two guidance entries of one release share a document, and two of different releases do.</summary>
public sealed class NamedDocumentsCorpusTests
{
    [Fact]
    public void Entries_of_one_release_mostly_share_a_document_and_others_hardly_ever()
    {
        Folders.NeedShared();
        var pairs = Pairs([.. Corpus()]).ToLookup(pair => pair.SameRelease, pair => pair.Shared);

        var (found, wrong) = (Share(pairs[true]), Share(pairs[false]));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{pairs[true].Count()} pairs of one release: {found:P1} share a document; {pairs[false].Count()} of different releases: {wrong:P2}");
        Assert.InRange(found, 0.70, 1);
        Assert.InRange(wrong, 0, 0.006);
    }

    private static double Share(IEnumerable<bool> shared) => shared.Average(share => share ? 1.0 : 0);

    private static IEnumerable<(bool SameRelease, bool Shared)> Pairs(List<Guidance> guidance) =>
        from one in guidance
        from other in guidance
        where string.CompareOrdinal(one.Id, other.Id) < 0
        select (one.Release == other.Release, one.Mentions.Any(mention => other.Mentions.Any(mention.MayBe)));

    private static IEnumerable<Guidance> Corpus() =>
        File.ReadLines(Path.Combine(Folders.Shared, "corpus", "dev.jsonl")).Where(line => line.Length > 0).Select(Read).Where(read => read.Kind == "guidance");

    private static Guidance Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? "";
        DateOnly? written = Text("published") is { Length: > 0 } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        var opening = string.Join('\n', Text("body").Split("\n\n").Take(2).Prepend(Text("summary")));
        return new Guidance(Text("id"), Text("kind"), Text("release"), NamedDocuments.In(Text("title"), opening, written));
    }

    private sealed record Guidance(string Id, string Kind, string Release, IReadOnlyList<DocumentMention> Mentions);
}

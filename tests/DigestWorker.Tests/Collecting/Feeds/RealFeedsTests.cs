using DigestWorker.Collecting;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Collecting.Feeds;

/// <summary>Feeds of real outlets and the test feeds of other readers.</summary>
public sealed class RealFeedsTests
{
    [Fact]
    public void Every_feed_is_read_or_refused_with_a_reason()
    {
        Folders.NeedShared();
        var results = Files().Select(file => Parsed.Result(File.ReadAllBytes(file))).ToList();
        var read = results.OfType<ReadResult.Read>().ToList();
        var reasons = results.OfType<ReadResult.Failed>().Select(failed => failed.Reason).ToList();

        Assert.Equal(results.Count, read.Count + reasons.Count);
        Assert.InRange(reasons.Count, 0, 12);
        Assert.All(reasons, reason => Assert.Matches("^it is (a web page|XML, but|JSON, but|cut off)", reason));
        Assert.InRange(read.Count(result => result.Entries.Count > 0), 205, int.MaxValue);
        Assert.InRange(read.Sum(result => result.Entries.Count), 1900, int.MaxValue);
    }

    [Fact]
    public void Every_text_is_clean()
    {
        Folders.NeedShared();
        var entries = Files().Select(file => Parsed.Result(File.ReadAllBytes(file))).OfType<ReadResult.Read>().SelectMany(read => read.Entries).ToList();

        Assert.All(entries, entry => Assert.DoesNotMatch(@"[\p{Cc}\uE000\uE001\u200B-\u200F\u202A-\u202E]|^\s|\s$|  ", entry.Title));
        Assert.All(entries, entry => Assert.DoesNotMatch(@"[\p{Cc}-[\n]]|[\uE000\uE001\u200B-\u200F\u202A-\u202E]|\n{3}", entry.Text));
        Assert.All(entries, entry => Assert.True(entry.Url is null or { Scheme: "http" or "https" }));
    }

    private static IEnumerable<string> Files() => Directory
        .EnumerateFiles(Path.Combine(Folders.Shared, "real", "feeds"), "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".md", StringComparison.Ordinal) && !file.EndsWith("_expected.json", StringComparison.Ordinal));
}

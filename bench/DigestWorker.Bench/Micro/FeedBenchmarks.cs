using System.Text;
using System.Xml;
using BenchmarkDotNet.Attributes;
using DigestWorker.Bench.Collecting;
using DigestWorker.Collecting;
using DigestWorker.Collecting.Feeds;
using DigestWorker.Collecting.Fetching;
using DigestWorker.Domain;
using DigestWorker.Settings;

namespace DigestWorker.Bench.Micro;

/// <summary>Reading a feed of 50 entries, with all that makes entries of it, against a bare walk over the same bytes that takes each text.</summary>
public class FeedBenchmarks
{
    private const int Entries = 50;

    private readonly FeedParser _parser = new(new CollectingSettings { MaxEntries = Entries * 10 }, TimeProvider.System);
    private byte[] _bytes = [];

    [Params("rss", "atom")]
    public string Format { get; set; } = "";

    [GlobalSetup]
    public void Write() => _bytes = Bytes(Format);

    internal static byte[] Bytes(string format) =>
        Encoding.UTF8.GetBytes(format == "rss" ? SampleFeeds.Rss(feed: 1, Entries) : SampleFeeds.Atom(feed: 1, Entries));

    [Benchmark(Baseline = true)]
    public int BareXmlReader()
    {
        var length = 0;
        using var reader = XmlReader.Create(new MemoryStream(_bytes));
        while (reader.Read())
        {
            length += reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA ? reader.Value.Length : 0;
        }

        return length;
    }

    [Benchmark]
    public int Feed()
    {
        var answer = new Answer(_bytes, "application/xml; charset=utf-8", new Uri("https://outlet1.example.org/feed"), Validators: null);
        return ((ReadResult.Read)_parser.Parse(answer)).Entries.Count;
    }
}

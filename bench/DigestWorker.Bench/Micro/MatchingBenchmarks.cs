using BenchmarkDotNet.Attributes;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Classifying;
using DigestWorker.Domain;
using DigestWorker.Matching.Grouping;
using DigestWorker.Matching.Traits;
using DigestWorker.Matching.Weighing;

namespace DigestWorker.Bench.Micro;

/// <summary>Weighing one entry against a dozen others, and naming the keys under which it is filed.</summary>
public class MatchingBenchmarks
{
    private const int Others = 12;

    private List<Member> _members = [];

    [GlobalSetup]
    public void Fill()
    {
        var settings = SyntheticProgram.Defaults();
        _members = [.. new SyntheticArchive(new TraitReader(settings.Bodies), new EntryClassifier(settings.Topics)).All(Others + 1)];
    }

    [Benchmark]
    public double WeighTwelvePairs() => _members.Skip(1).Sum(other => PairWeigher.Default.Weigh(_members[0].Traits, other.Traits).Score);

    [Benchmark]
    public int Keys() => BlockingKeys.Of(_members[0].Traits).Count;
}

using BenchmarkDotNet.Attributes;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Classifying;
using DigestWorker.Classifying.Figures;
using DigestWorker.Domain;

namespace DigestWorker.Bench.Micro;

/// <summary>Understanding an entry of a thousand words, all of them about figures, whole and by its dearest part.</summary>
public class UnderstandBenchmarks
{
    private readonly EntryClassifier _classifier = new(SyntheticProgram.Defaults().Topics);
    private readonly Source _source = new("bench", SourceKind.Feed, new Uri("https://example.org"), "NSPCC", [], []);
    private readonly Entry _entry = new() { Title = "Online grooming offences up by 44% in 2023/24", Content = SyntheticText.Of(words: 1000) };
    private Reading? _reading;

    [GlobalSetup]
    public void Read() => _reading = Reading.Of(_entry, _source.Publisher);

    [Benchmark]
    public int Whole() => _classifier.Understand(_entry, _source).Figures.Count;

    [Benchmark]
    public int Figures() => FigureExtractor.Extract(_reading!).Count;
}

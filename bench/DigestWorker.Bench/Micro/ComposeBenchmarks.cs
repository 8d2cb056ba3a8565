using BenchmarkDotNet.Attributes;
using DigestWorker.Bench.Synthetic;
using DigestWorker.Composing;
using DigestWorker.Composing.Rendering;
using DigestWorker.Composing.Viewing;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Bench.Micro;

/// <summary>One digest out of the releases of a week: choosing, composing whole, rendering alone.</summary>
public class ComposeBenchmarks : IDisposable
{
    private const int Subscribers = 1;

    private PublishedEdition? _published;
    private DigestComposer? _composer;
    private TemplateRenderer? _renderer;
    private DigestRequest? _request;
    private DigestSelection? _selection;
    private DigestView? _view;

    // In one process BenchmarkDotNet waits for no task of a set-up.
    [GlobalSetup]
    public void Fill()
    {
        _published = PublishedEdition.OfAsync(Subscribers, _ => "Kent").GetAwaiter().GetResult();
        var services = _published.Services;
        (_composer, _renderer) = (services.GetRequiredService<DigestComposer>(), services.GetRequiredService<TemplateRenderer>());
        _request = Request(services.GetRequiredService<DigestSettings>(), services.GetRequiredService<Releases>());
        _selection = DigestSelector.Select(_request);
        _view = new DigestViewBuilder(_request, services.GetRequiredService<DigestWords>()).Build(_selection);
    }

    [Benchmark]
    public int Select() => DigestSelector.Select(_request!).Full.Count;

    [Benchmark]
    public int Compose() => _composer!.Compose(_request!, _selection!).Html.Length;

    [Benchmark]
    public int RenderHtml() => _renderer!.Html(_view!).Length;

    [Benchmark]
    public int RenderText() => _renderer!.Text(_view!).Length;

    [GlobalCleanup]
    public void Dispose()
    {
        _published?.Dispose();
        GC.SuppressFinalize(this);
    }

    private static DigestRequest Request(DigestSettings settings, Releases releases)
    {
        var week = EditionWeek.LastComplete(TimeProvider.System.GetUtcNow());
        var window = new DigestWindow(week.SuccessorTakesOver - DigestWindow.FirstLookBack, week.SuccessorTakesOver, First: true);
        return new DigestRequest
        {
            Week = week,
            Window = window,
            Roles = [settings.Roles[0]],
            Areas = ["Kent"],
            Candidates = releases.InWindow(window.From, window.To),
            Topics = settings.Topics.ToDictionary(topic => topic.Id, StringComparer.Ordinal),
            UnreadSources = [],
        };
    }
}

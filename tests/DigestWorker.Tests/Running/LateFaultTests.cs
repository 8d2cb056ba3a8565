using DigestWorker.Pipeline.Watching;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Tests.Running;

/// <summary>Settings whose schedule cannot start, which shows only when the one before has stopped.</summary>
public sealed class LateFaultTests : IAsyncDisposable
{
    private const string Reloaded = "Settings reloaded:", Refused = "The changed settings cannot be used, so those of before stay in force: The schedule is out of reach.";

    private readonly SupervisedProgram _program;
    private readonly HttpClient _http = new();
    private readonly HashSet<int> _unstartable = [];
    private int _built;

    public LateFaultTests() => _program = new SupervisedProgram(around: host => _unstartable.Contains(++_built) ? new Unstartable(host) : host);

    [Fact]
    public async Task The_settings_of_before_are_at_work_again_and_it_is_told()
    {
        _unstartable.Add(2);
        await _program.StartAsync();
        var before = _program.Page("healthz/live");
        _program.Settings["Web"]!["Listen"] = $"http://127.0.0.1:{Ports.Free()}";
        _program.SaveTitle("Second title");
        await _program.Log.HaveAsync(Refused);
        await _program.Log.UntilAsync(() => _built == 3 && Fault() is not null, "the settings of before");

        Assert.Equal("First title", _program.InForce);
        Assert.StartsWith(Refused, Fault(), StringComparison.Ordinal);
        Assert.Equal("live\n", await _http.GetStringAsync(before, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<HttpRequestException>(() => _http.GetStringAsync(_program.Page("healthz/live"), TestContext.Current.CancellationToken));

        _program.SaveTitle("Third title");
        await _program.Log.HaveAsync(Reloaded);
        Assert.Equal("Third title", _program.InForce);
        Assert.Single(_program.Log.All, line => line.StartsWith(Refused, StringComparison.Ordinal));
        Assert.Equal("live\n", await _http.GetStringAsync(_program.Page("healthz/live"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Where_those_of_before_cannot_start_either_the_service_ends_in_words()
    {
        _unstartable.UnionWith([2, 3]);
        await _program.StartAsync();
        _program.SaveTitle("Second title");
        await _program.Log.UntilAsync(() => _program.HasEnded, "the end");

        Assert.Single(_program.Log.All, line => line.StartsWith(Refused, StringComparison.Ordinal));
        Assert.Equal("The schedule is out of reach.", (await Assert.ThrowsAsync<IOException>(_program.EndAsync)).Message);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _program.DisposeAsync();
    }

    private string? Fault() => _program.Newest.Services.GetRequiredService<NoteSettings>().Fault;

    /// <summary>Breaks off when all but the last of it has started.</summary>
    private sealed class Unstartable(IHost host) : IHost, IAsyncDisposable
    {
        public IServiceProvider Services => host.Services;

        public async Task StartAsync(CancellationToken cancellationToken = default)
        {
            await host.StartAsync(cancellationToken);
            throw new IOException("The schedule is out of reach.");
        }

        public Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

        public ValueTask DisposeAsync() => ((IAsyncDisposable)host).DisposeAsync();

        public void Dispose() => host.Dispose();
    }
}

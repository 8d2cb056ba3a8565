using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DigestWorker.Tests.Support;

/// <summary>Remembers what was logged, whichever host did.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    public ConcurrentQueue<string> All { get; } = [];

    public int Count(string words) => All.Count(line => line.Contains(words, StringComparison.Ordinal));

    /// <summary>Waits until so many lines with these words have come.</summary>
    public Task HaveAsync(string words, int times = 1) => UntilAsync(() => Count(words) >= times, words);

    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"Nothing came of '{what}'; logged was:\n{string.Join('\n', All)}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Enqueue(formatter(state, exception));

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Dispose()
    {
        // Outlives the hosts, each of which disposes of its providers.
    }
}

using System.Data.Common;
using DigestWorker.Telemetry;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.Logging;

namespace DigestWorker.Tests.Telemetry;

/// <summary>What the schedule meets with its database, in the admin's words.</summary>
public sealed class ScheduleLogTests : IDisposable
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
    private readonly Remembered _lines = new();
    private readonly ScheduleLog _log;
    private readonly LoggerFactory _inner;

    public ScheduleLogTests()
    {
        _inner = new LoggerFactory([_lines], new LoggerFilterOptions { MinLevel = LogLevel.Debug });
        _log = new ScheduleLog(_inner, fault => $"It is away ({fault.Message}).", _clock);
    }

    [Fact]
    public void A_database_that_is_away_is_said_in_words_and_its_trace_at_debug()
    {
        Quartz(Away());

        Assert.Equal([(LogLevel.Debug, true), (LogLevel.Warning, false)], _lines.All.Select(line => (line.Level, line.HasTrace)).Order());
        Assert.Contains(_lines.All, line => line.Text == "It is away (refused). The schedule tries again");
    }

    [Fact]
    public void The_same_again_is_said_once_a_minute()
    {
        Quartz(Away());
        Quartz(Away());
        Assert.Single(_lines.All, line => line.Level == LogLevel.Warning);

        _clock.Now += TimeSpan.FromMinutes(1);
        Quartz(Away());
        Assert.Equal(2, _lines.All.Count(line => line.Level == LogLevel.Warning));
        Assert.Equal(3, _lines.All.Count(line => line.HasTrace));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_said_in_words_too()
    {
        Quartz(new InvalidOperationException("Job threw.", new IOException("The folder bounces is gone.")));

        Assert.Contains(_lines.All, line => line is { Text: "The folder bounces is gone. The schedule tries again", HasTrace: false });
    }

    [Fact]
    public void What_is_called_off_since_the_service_ends_is_no_mistake()
    {
        Quartz(new InvalidOperationException("Failure while starting.", new OperationCanceledException()));

        Assert.Equal([(LogLevel.Debug, true), (LogLevel.Warning, false)], _lines.All.Select(line => (line.Level, line.HasTrace)).Order());
        Assert.Contains(_lines.All, line => line.Text == "Work was called off in the middle, as it is when the service ends. The schedule tries again");
    }

    [Fact]
    public void That_the_host_could_not_start_is_said_by_whoever_starts_it()
    {
        Warn("Microsoft.Extensions.Hosting.Internal.Host", new InvalidOperationException("Another service."), "Hosting failed to start", id: 11);
        Assert.Equal([LogLevel.Debug], _lines.All.Select(line => line.Level));

        Warn("Microsoft.Extensions.Hosting.Internal.Host", new InvalidOperationException("A mistake."), "BackgroundService failed", id: 9);
        Assert.Contains(_lines.All, line => line is { Level: LogLevel.Warning, Text: "BackgroundService failed", HasTrace: true });
    }

    [Fact]
    public void A_mistake_of_the_program_keeps_its_trace_and_so_does_whatever_others_log()
    {
        Quartz(new InvalidOperationException("A mistake."));
        Warn("DigestWorker.Pipeline.Turn", Away(), "Beside");

        Assert.All(_lines.All, line => Assert.True(line is { Level: LogLevel.Warning, HasTrace: true }));
        Assert.Equal(["Trying again", "Beside"], _lines.All.Select(line => line.Text));
    }

    public void Dispose()
    {
        _log.Dispose();
        _inner.Dispose();
    }

    private void Quartz(Exception exception) => Warn("Quartz.Impl.AdoJobStore.ClusterManager", exception, "Trying again");

    private void Warn(string category, Exception exception, string text, int id = 0) => _log.CreateLogger(category).Log(LogLevel.Warning, id, text, exception, (said, _) => said);

    private static InvalidOperationException Away() => new("No connection: refused\n   at Npgsql.Open()", new Refused());

    private sealed class Refused() : DbException("refused");

    private sealed class Remembered : ILoggerProvider, ILogger
    {
        public List<(LogLevel Level, string Text, bool HasTrace)> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add((logLevel, formatter(state, exception), exception is not null));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}

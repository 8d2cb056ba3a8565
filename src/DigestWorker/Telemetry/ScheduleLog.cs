using System.Data.Common;

namespace DigestWorker.Telemetry;

/// <summary>
/// Says in words what Quartz meets outside, such as a database that is away, once a minute; Quartz's own words with their trace are
/// for whoever looks for a mistake. That the host could not start is said by whoever starts it. All others log as ever.
/// </summary>
internal sealed partial class ScheduleLog(ILoggerFactory inner, Func<DbException, string> words, TimeProvider time) : ILoggerFactory
{
    // LoggerEventIds.HostedServiceStartupFaulted of Microsoft.Extensions.Hosting.
    private const int NotStarted = 11;

    private static readonly TimeSpan SameAgain = TimeSpan.FromMinutes(1);

    private readonly ILogger _traces = inner.CreateLogger<ScheduleLog>();
    private readonly Lock _lock = new();
    private (string Words, DateTimeOffset At) _said = ("", DateTimeOffset.MinValue);

    public ILogger CreateLogger(string categoryName) => inner.CreateLogger(categoryName) switch
    {
        var own when categoryName.StartsWith("Quartz.", StringComparison.Ordinal) => new InWords(this, own, (_, exception) => Words(exception)),
        var own when categoryName.StartsWith("Microsoft.Extensions.Hosting.", StringComparison.Ordinal) => new InWords(this, own, (id, _) => id.Id == NotStarted ? "" : null),
        var own => own,
    };

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose()
    {
        // The other factory belongs to whoever made it.
    }

    // Quartz wraps what its tables met; whatever comes from elsewhere is a mistake of the program, whose trace is wanted.
    private string? Words(Exception? exception) => exception switch
    {
        null => null,
        DbException fault => words(fault),
        IOException or UnauthorizedAccessException when exception.InnerException is null => exception.Message,
        OperationCanceledException => "Work was called off in the middle, as it is when the service ends.",
        _ => Words(exception.InnerException),
    };

    private bool IsNew(string text)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (text == _said.Words && now - _said.At < SameAgain)
            {
                return false;
            }

            _said = (text, now);
            return true;
        }
    }

    [LoggerMessage(Message = "{Words} The schedule tries again")]
    private static partial void Said(ILogger logger, LogLevel level, string words);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The trace of: {Message}")]
    private static partial void Traced(ILogger logger, Exception exception, string message);

    /// <param name="words">Null for what is logged as ever, nothing where the trace is all there is to tell.</param>
    private sealed class InWords(ScheduleLog log, ILogger own, Func<EventId, Exception, string?> words) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => own.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => own.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is null || words(eventId, exception) is not { } text)
            {
                own.Log(logLevel, eventId, state, exception, formatter);
                return;
            }

            Traced(log._traces, exception, formatter(state, exception));
            if (text.Length > 0 && log.IsNew(text))
            {
                Said(own, logLevel, text);
            }
        }
    }
}

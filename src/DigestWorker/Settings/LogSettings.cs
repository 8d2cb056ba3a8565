using System.ComponentModel;

namespace DigestWorker.Settings;

/// <summary>What the program says of its work on standard error.</summary>
internal sealed class LogSettings
{
    [Description("Text for people, or Json: one object a line, with the event's id, its values and its scopes.")]
    public LogFormat Format { get; init; } = LogFormat.Text;

    [Description("The least that the service logs. Verbs log errors alone, unless Debug or Trace is written here.")]
    public LogDetail Level { get; init; } = LogDetail.Information;
}

internal enum LogFormat
{
    Text,
    Json,
}

internal enum LogDetail
{
    Trace,
    Debug,
    Information,
    Warning,
    Error,
}

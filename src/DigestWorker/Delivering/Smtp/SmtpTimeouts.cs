namespace DigestWorker.Delivering.Smtp;

/// <summary>How long each step may take; the defaults are the least that RFC 5321 §4.5.3.2 asks for, where it names one.</summary>
internal sealed record SmtpTimeouts
{
    public static readonly SmtpTimeouts Rfc5321 = new();

    public TimeSpan Connect { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Tls { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The greeting and every command but those below.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Data { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan DataBlock { get; init; } = TimeSpan.FromMinutes(3);

    public TimeSpan FinalDot { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan Quit { get; init; } = TimeSpan.FromSeconds(2);
}

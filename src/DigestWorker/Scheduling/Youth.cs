namespace DigestWorker.Scheduling;

/// <summary>Whether the service has only just begun: it may still be making good what an outage swallowed, and looks at nothing yet.</summary>
internal sealed class Youth(TimeProvider time)
{
    // Less than a service of its own schedule waits with its first look.
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(4);

    private readonly DateTimeOffset _begun = time.GetUtcNow();

    // A clock that was set ends it.
    public bool Lasts => time.GetUtcNow() - _begun is var age && age >= TimeSpan.Zero && age < Span;
}

namespace DigestWorker.Pipeline.Watching;

/// <summary>A mail server that took no mail had better not be asked at every turn; a clock that was set ends the rest.</summary>
internal sealed class MailRest(TimeSpan length, TimeProvider time)
{
    private DateTimeOffset? _failedAt;

    public bool IsOn => _failedAt is { } at && time.GetUtcNow() - at is var since && since >= TimeSpan.Zero && since < length;

    public void Note(bool sent) => _failedAt = sent ? null : time.GetUtcNow();
}

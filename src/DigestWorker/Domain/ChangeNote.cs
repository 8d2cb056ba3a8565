namespace DigestWorker.Domain;

/// <summary>A publisher's own word on what it changed, as GOV.UK gives with each major update.</summary>
public sealed record ChangeNote(DateTimeOffset At, string Text);

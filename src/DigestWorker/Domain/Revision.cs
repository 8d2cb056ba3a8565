namespace DigestWorker.Domain;

/// <summary>The same entry seen again with another text, or with a new change note of its publisher.</summary>
/// <param name="SeenAt">When we saw it; for the notes that an entry brought at first sight, the instant of the note.</param>
/// <param name="Substantive">True when it makes news again; a wording change does not.</param>
/// <param name="Summary">What we found changed, in words; empty where only the note tells.</param>
/// <param name="Note">The publisher's own change note, if there is one.</param>
public sealed record Revision(DateTimeOffset SeenAt, bool Substantive, string Summary, string? Note);

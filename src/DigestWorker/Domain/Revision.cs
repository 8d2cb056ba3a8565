namespace DigestWorker.Domain;

/// <summary>The same entry seen again with another text.</summary>
/// <param name="Substantive">True when it makes news again; a wording change does not.</param>
/// <param name="Note">The publisher's own change note, if there is one.</param>
public sealed record Revision(long EntryId, DateTimeOffset SeenAt, bool Substantive, string Summary, string? Note);

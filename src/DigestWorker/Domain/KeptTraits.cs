namespace DigestWorker.Domain;

/// <summary>What matching knows of an entry, as it is kept.</summary>
/// <param name="ReleaseId">Null while the entry waits for its release.</param>
public sealed record KeptTraits(long EntryId, long? ReleaseId, string Text);

namespace DigestWorker.Domain;

/// <summary>An admin's word on two entries, which outweighs every rule.</summary>
/// <param name="Same">True where they are one release.</param>
public sealed record Verdict(long EntryId, long OtherId, bool Same);

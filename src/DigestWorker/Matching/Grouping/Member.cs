using DigestWorker.Matching.Traits;

namespace DigestWorker.Matching.Grouping;

/// <summary>An entry as grouping sees it.</summary>
internal sealed record Member(long EntryId, EntryTraits Traits)
{
    /// <summary>By day, then address, then id: entries are placed in this order, whatever the order in which they came.</summary>
    public bool IsBefore(Member other) => Order.Compare(this, other) < 0;

    public static readonly IComparer<Member> Order = Comparer<Member>.Create((one, other) =>
        one.Traits.Day != other.Traits.Day ? one.Traits.Day.CompareTo(other.Traits.Day)
        : one.Traits.Address != other.Traits.Address ? string.CompareOrdinal(one.Traits.Address, other.Traits.Address)
        : one.EntryId.CompareTo(other.EntryId));
}

/// <param name="Id">Of the release, or a stand-in while a replay is under way.</param>
/// <param name="Members">In their order; of a stored release the earliest, and those that a verdict names.</param>
internal sealed record Group(long Id, IReadOnlyList<Member> Members)
{
    /// <summary>So many of the earliest members stand for the whole, so that a flood of copies costs no more than a dozen.</summary>
    public const int Weighed = 12;

    public IEnumerable<Member> Standing => Members.Take(Weighed);
}

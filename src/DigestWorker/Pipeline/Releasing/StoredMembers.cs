using System.Data.Common;
using DigestWorker.Matching.Grouping;
using DigestWorker.Matching.Traits;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>Stored entries as grouping sees them. Serves one transaction, in which nobody else can change what it has read.</summary>
internal sealed class StoredMembers(DbConnection connection) : IDisposable
{
    private const int MostRead = 1500;

    private readonly Dictionary<long, Member> _read = [];

    public DbConnection Connection => connection;

    public Statements Statements { get; } = new(connection);

    public Placing Placing => new(Statements);

    /// <summary>Takes note of an entry as it has just been understood.</summary>
    public void Know(Member member)
    {
        if (_read.Count == MostRead)
        {
            _read.Clear();
        }

        _read[member.EntryId] = member;
    }

    /// <returns>Those that are understood, in the order given.</returns>
    public IReadOnlyList<Member> Of(IEnumerable<long> entries) => [.. entries.Select(Find).OfType<Member>()];

    /// <returns>The release by the members that stand for it and those that are asked for besides.</returns>
    public Group Release(long id, IEnumerable<long> besides) =>
        new(id, Of(Placing.EarliestOf(id, Group.Weighed).Union(besides)));

    public void Dispose() => Statements.Dispose();

    private Member? Find(long entry)
    {
        if (!_read.TryGetValue(entry, out var member) && Placing.TraitsOf(entry) is { } traits)
        {
            member = new Member(entry, TraitText.Read(traits));
            Know(member);
        }

        return member;
    }
}

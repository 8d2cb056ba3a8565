using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage;

/// <summary>Short lists of words by owner. Most owners have the same few, so equal lists are one list in memory.</summary>
internal sealed class SharedLists
{
    private readonly Dictionary<long, IReadOnlyList<string>> _byOwner = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _equal = new(StringComparer.Ordinal);

    /// <param name="sql">Gives rows of an owner's id and one value, in the order of owners.</param>
    /// <param name="values">What the statement asks for.</param>
    public static SharedLists Read(DbConnection connection, string sql, object? values = null)
    {
        var lists = new SharedLists();
        var (owner, words) = (0L, new List<string>());
        foreach (var row in connection.Query<(long Owner, string Value)>(sql, values, buffered: false))
        {
            if (row.Owner != owner)
            {
                lists.Add(owner, words);
                (owner, words) = (row.Owner, []);
            }

            words.Add(row.Value);
        }

        lists.Add(owner, words);
        return lists;
    }

    public IReadOnlyList<string> Of(long owner) => _byOwner.GetValueOrDefault(owner, []);

    private void Add(long owner, List<string> values)
    {
        var key = string.Join('\0', values);
        if (!_equal.TryGetValue(key, out var shared))
        {
            _equal.Add(key, shared = values);
        }

        _byOwner[owner] = shared;
    }
}

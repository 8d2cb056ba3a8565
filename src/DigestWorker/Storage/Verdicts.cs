using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>An admin's words on pairs of entries.</summary>
internal static class Verdicts
{
    private const string SaySql = """
        insert into verdict (entry_id, other_id, same, said_at) values (@entryId, @otherId, @same, @at)
        on conflict (entry_id, other_id) do update set same = excluded.same, said_at = excluded.said_at
        """;

    private const string OnSql = """
        select entry_id as EntryId, other_id as OtherId, same as Same from verdict where entry_id in @ids
        union
        select entry_id, other_id, same from verdict where other_id in @ids
        """;

    public static void Say(DbConnection connection, Verdict verdict, DateTimeOffset at) => connection.Execute(SaySql, new
    {
        entryId = Math.Min(verdict.EntryId, verdict.OtherId),
        otherId = Math.Max(verdict.EntryId, verdict.OtherId),
        same = verdict.Same,
        at = at.ToStorage(),
    });

    public static IReadOnlyList<Verdict> On(DbConnection connection, IEnumerable<long> ids) =>
        [.. connection.Query<Row>(OnSql, new { ids }).Select(row => new Verdict(row.EntryId, row.OtherId, row.Same == 1))];

    private sealed record Row(long EntryId, long OtherId, long Same);
}

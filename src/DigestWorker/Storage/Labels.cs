using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What was understood of each entry: one kind, its topics and areas, each with its reasons.</summary>
internal static class Labels
{
    private const string ClearSql = "delete from label where entry_id = @id";

    private const string AddSql = """
        insert into label (entry_id, type, value, score, because) values (@id, @type, @value, @score, @because)
        on conflict do nothing
        """;

    private const string OfSql = """
        select entry_id as EntryId, type as Type, value as Value, score as Score, because as Because
        from label
        where entry_id in @ids
        order by entry_id, type, score desc, value
        """;

    public static void Replace(Statements statements, long id, Understanding understanding)
    {
        statements[ClearSql].Run(("@id", id));
        foreach (var row in Rows(id, understanding))
        {
            statements[AddSql].Run(("@id", id), ("@type", row.Type), ("@value", row.Value), ("@score", row.Score), ("@because", row.Because));
        }
    }

    public static ILookup<long, LabelRow> Of(DbConnection connection, IReadOnlyList<long> ids) =>
        connection.Query<LabelRow>(OfSql, new { ids }).ToLookup(row => row.EntryId);

    private static IEnumerable<LabelRow> Rows(long id, Understanding understanding) =>
    [
        new(id, nameof(Kind), understanding.Kind.Kind.ToString(), 0, understanding.Kind.Because.ToStorage()),
        .. understanding.Topics.Select(topic => new LabelRow(id, nameof(Topic), topic.Id, topic.Score, topic.Because.ToStorage())),
        .. understanding.Areas.Select((area, at) => new LabelRow(id, LabelRow.Area, area.Area, -at, StoredList.ToStorage([area.Because]))),
    ];
}

internal sealed record LabelRow(long EntryId, string Type, string Value, double Score, string Because)
{
    public const string Area = "Area";

    public static Understanding ToUnderstanding(IEnumerable<LabelRow> rows)
    {
        var byType = rows.ToLookup(row => row.Type);
        var kind = byType[nameof(Kind)].First();
        return new Understanding(
            new KindLabel(Enum.Parse<Kind>(kind.Value), StoredList.FromStorage(kind.Because)),
            [.. byType[nameof(Topic)].Select(row => new TopicLabel(row.Value, row.Score, StoredList.FromStorage(row.Because)))],
            [.. byType[Area].Select(row => new AreaLabel(row.Value, StoredList.FromStorage(row.Because)[0]))]);
    }
}

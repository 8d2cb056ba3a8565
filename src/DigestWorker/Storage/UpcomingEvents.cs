using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What entries say is still to come.</summary>
internal static class UpcomingEvents
{
    private const string ClearSql = "delete from upcoming where entry_id = @id";

    private const string AddSql = """
        insert into upcoming (entry_id, type, day, precision, certainty, quotation, moved_from)
        values (@id, @type, @day, @precision, @certainty, @quotation, @movedFrom)
        on conflict do nothing
        """;

    private const string OfSql = """
        select entry_id as EntryId, type as Type, day as Day, precision as Precision, certainty as Certainty,
               quotation as Quotation, moved_from as MovedFrom
        from upcoming
        where entry_id in @ids
        order by entry_id, day, type
        """;

    /// <summary>Takes what the entry says now; an event that it told on another day, still ahead, has moved.</summary>
    public static void Replace(Statements statements, long id, IReadOnlyList<UpcomingEvent> told, DateTimeOffset now)
    {
        var before = Of(statements.Connection, [id])[id].ToList();
        if (before.Count > 0)
        {
            statements[ClearSql].Run(("@id", id));
        }

        foreach (var ahead in EventMoves.Since(before, told, EditionWeek.LondonDay(now)))
        {
            Add(statements, id, ahead);
        }
    }

    public static ILookup<long, UpcomingEvent> Of(DbConnection connection, IReadOnlyList<long> ids) =>
        connection.Query<Row>(OfSql, new { ids }).ToLookup(row => row.EntryId, row => row.ToEvent());

    private static void Add(Statements statements, long id, UpcomingEvent ahead) => statements[AddSql].Run(
        ("@id", id),
        ("@type", ahead.Type.ToString()),
        ("@day", ahead.Day.ToStorage()),
        ("@precision", ahead.Precision.ToString()),
        ("@certainty", ahead.Certainty.ToString()),
        ("@quotation", ahead.Quotation),
        ("@movedFrom", ahead.MovedFrom?.ToStorage()));

    private sealed record Row(long EntryId, string Type, string Day, string Precision, string Certainty, string Quotation, string? MovedFrom)
    {
        public UpcomingEvent ToEvent() =>
            new(Enum.Parse<EventType>(Type), StoredDay.FromStorage(Day), Enum.Parse<DatePrecision>(Precision), Enum.Parse<Certainty>(Certainty), Quotation)
            {
                MovedFrom = MovedFrom is null ? null : StoredDay.FromStorage(MovedFrom),
            };
    }
}

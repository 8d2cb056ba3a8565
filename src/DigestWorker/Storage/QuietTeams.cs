using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The days on which teams want no digest.</summary>
internal sealed class QuietTeams(Database database)
{
    private const string WhoSql = """
        with quiet as (select distinct team_id from team_quiet where @day between first_day and last_day)
        select m.subscriber_id
        from team_member m
        where exists (select 1 from quiet)
          and not exists (select 1 from subscription s where s.subscriber_id = m.subscriber_id)
        group by m.subscriber_id
        having count(*) = sum(case when m.team_id in (select team_id from quiet) then 1 else 0 end)
        """;

    /// <returns>Whom nobody but teams subscribes that are all quiet on this day.</returns>
    public IReadOnlySet<long> Who(DateOnly day)
    {
        using var connection = database.Open();
        return connection.Query<long>(WhoSql, new { day = day.ToStorage() }).ToHashSet();
    }
}

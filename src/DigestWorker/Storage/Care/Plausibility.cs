using Dapper;
using DigestWorker.Domain;
using Microsoft.Data.Sqlite;

namespace DigestWorker.Storage.Care;

/// <summary>What no rule of the schema holds and the program never does: found, it says that something else wrote into the database.</summary>
internal static class Plausibility
{
    private static readonly (string Words, string Sql)[] Rules =
    [
        ("entries that no key knows, which would be stored again", "select count(*) from entry e where not exists (select 1 from entry_key k where k.entry_id = e.id)"),
        ("digests of a time that ends before it begins", "select count(*) from digest where window_to < window_from"),
        ("deliveries that are sent and do not say when", "select count(*) from delivery where state = 'Sent' and sent_at is null"),
        ("subscribers who get digests though their subscription has ended", "select count(*) from subscriber where state in ('Active', 'Paused') and ended_at is not null"),
        ("subscribers without a link of their own", "select count(*) from subscriber where token = ''"),
    ];

    private const string SubscribedSql = "select email from subscriber where email <> '' and state in ('Active', 'Paused', 'Pending')";

    /// <param name="optOuts">Null where there are none.</param>
    public static IReadOnlyList<string> Faults(string file, OptOuts? optOuts)
    {
        using var connection = DatabaseFile.OpenToRead(file);
        var faults = Rules.Select(rule => (rule.Words, Count: connection.ExecuteScalar<long>(rule.Sql)));
        var letIn = optOuts is null ? 0 : connection.Query<string>(SubscribedSql).Count(email => optOuts.Holds(connection, email));
        return [.. faults.Append(("subscribers who stand on the list of those who opted out", letIn)).Where(fault => fault.Item2 > 0).Select(fault => $"{fault.Item1}: {fault.Item2}")];
    }
}

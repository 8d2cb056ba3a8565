using System.Data.Common;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Who may be a subscriber: an opt-out always wins, save over the person's own asking.</summary>
internal sealed class Entering(OptOuts optOuts)
{
    private const string FindSql = """
        select id as Id, state as State, ended_at as EndedAt from subscriber where address = @address
        """;

    private const string AddSql = """
        insert into subscriber (email, address, name, state, since, token)
        values (@Email, @address, @Name, 'Active', @at, @token)
        returning id
        """;

    private const string RejoinSql = """
        update subscriber
        set ended_at = null, ended_because = null, state = 'Active', paused_until = null, since = @at, name = coalesce(@Name, name)
        where id = @id;
        delete from subscriber_role where subscriber_id = @id and (select chose_roles from subscriber where id = @id) = 0;
        delete from subscriber_area where subscriber_id = @id and (select chose_areas from subscriber where id = @id) = 0
        """;

    // Whoever comes back under one spelling is not kept out, nor sent to twice, by another one that was stopped.
    private const string LiftOtherSql = """
        update subscriber set state = 'Active', ended_at = coalesce(ended_at, @at), ended_because = 'joined under another spelling'
        where id = @id and state in ('Unsubscribed', 'Suppressed')
        """;

    /// <summary>Makes sure that there is a subscriber of this address whose subscription runs.</summary>
    /// <returns>No id where an opt-out forbids it; the caller has still to say who asked for it, a team or somebody.</returns>
    public (long? Id, JoinOutcome Outcome) Enter(Statements statements, Joiner joiner, bool ownAsking, DateTimeOffset at)
    {
        var address = EmailAddress.Normalise(joiner.Email);
        var spelled = Known(statements, address);
        var known = spelled.FirstOrDefault();
        var optedOut = known is { HasOptedOut: true };
        if (!ownAsking && IsKeptOut(statements, address, spelled))
        {
            return (null, JoinOutcome.OptedOut);
        }

        if (ownAsking)
        {
            optOuts.Lift(statements.Connection, address);
            spelled.Skip(1).ToList().ForEach(other => statements[LiftOtherSql].Run(("id", other.Id), ("at", at.ToStorage())));
        }

        var id = known?.Id ?? Add(statements, joiner, address, at);
        if (known is not null && (optedOut || known.EndedAt is not null))
        {
            statements[RejoinSql].Run(("id", id), ("at", at.ToStorage()), ("Name", joiner.Name));
        }

        return (id, known is { EndedAt: null } && !optedOut ? JoinOutcome.Extended : JoinOutcome.Joined);
    }

    /// <returns>How many of these addresses nobody but their owners can subscribe.</returns>
    public int KeptOut(DbConnection connection, IEnumerable<string> emails)
    {
        using var statements = new Statements(connection);
        return emails.Select(EmailAddress.Normalise).Count(address => IsKeptOut(statements, address, Known(statements, address)));
    }

    private bool IsKeptOut(Statements statements, string address, List<Row> spelled) =>
        spelled.Exists(row => row.HasOptedOut) || optOuts.Holds(statements, address);

    private static List<Row> Known(Statements statements, string address) =>
        [.. EmailAddress.Spellings(address).Select(spelling => Find(statements, spelling)).OfType<Row>().OrderBy(row => row.EndedAt is not null || row.HasOptedOut)];

    private static Row? Find(Statements statements, string address) => statements[FindSql]
        .List(row => new Row(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)), ("address", address))
        .SingleOrDefault();

    private static long Add(Statements statements, Joiner joiner, string address, DateTimeOffset at) => statements[AddSql].Scalar<long>(
        ("Email", joiner.Email), ("address", address), ("Name", joiner.Name), ("at", at.ToStorage()), ("token", SecretToken.New()));

    private sealed record Row(long Id, string State, string? EndedAt)
    {
        public bool HasOptedOut => State is nameof(SubscriberState.Unsubscribed) or nameof(SubscriberState.Suppressed);
    }
}

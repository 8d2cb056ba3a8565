using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage.Care;

/// <summary>
/// Holds the promises that were given since a copy was made, in that copy: whoever stopped stays out, whoever was erased is erased
/// again, and neither an edition nor a mail that went out goes out twice.
/// </summary>
internal sealed class CarryOver(Database copy, OptOuts optOuts, DateTimeOffset at)
{
    private const string StopSql = """
        update subscriber set state = @State, ended_at = @EndedAt, ended_because = @EndedBecause where id = @id and state not in ('Unsubscribed', @State)
        """;

    private const string AddressesSql = """
        select email from subscriber where email <> '' union select email from confirmation union select recipient from letter where recipient <> ''
        union select contact from team where contact is not null union select contact from organisation where contact is not null
        """;

    private const string EditionSql = """
        insert into edition (week, cut_off_at, composed_at) values (@Week, @CutOffAt, @ComposedAt)
        on conflict (week) do update set composed_at = excluded.composed_at where composed_at is null
        """;

    public CarriedOver Run(Since since) => copy.InTransaction(connection =>
    {
        var mails = since.Mails.Count(fate => WaitingMails.TakeOver(connection, fate));
        var isNew = since.OptOuts.Count(row => OptOuts.TakeOver(connection, row));
        var stopped = since.Stopped.Count(one => Stop(connection, one));
        var found = connection.Query<string>(AddressesSql).Select(EmailAddress.Alone).Distinct(StringComparer.Ordinal).Select(email => (Email: email, OptOut: optOuts.Find(connection, email))).Where(one => one.OptOut is not null).ToList();
        var erased = found.Where(one => one.OptOut!.Reason == OptOutReason.Erased).Select(one => one.Email).ToList();
        erased.ForEach(email => new Erasing(optOuts).Erase(connection, email, at));
        stopped += found.Count(one => one.OptOut!.Reason != OptOutReason.Erased && Stop(connection, AsStopped(one.Email, one.OptOut)));
        return new CarriedOver(isNew, stopped, erased.Count, [.. since.Editions.Where(edition => connection.Execute(EditionSql, edition) == 1).Select(edition => edition.Week)])
        {
            Mails = mails,
            Unread = since.Unread,
        };
    });

    // Whom the copy does not know joined after it was made; a roster must not bring them back.
    private bool Stop(DbConnection connection, StoppedSubscriber one)
    {
        var ids = KnownAddress.Ids(connection, one.Email);
        if (ids.Count == 0)
        {
            var isNew = !optOuts.Holds(connection, one.Email);
            optOuts.Add(connection, one.Email, one.Reason, at);
            return isNew;
        }

        var change = $"{one.State.ToLowerInvariant()}, carried over into a copy that was put back";
        return SubscriberChanges.Make(connection, ids, (StopSql, new { one.State, one.EndedAt, one.EndedBecause }), (Actor.Program, at), change);
    }

    private static StoppedSubscriber AsStopped(string email, OptOut optOut) => new()
    {
        Email = email,
        State = optOut.Reason.ToString(),
        EndedAt = optOut.Reason == OptOutReason.Suppressed ? null : optOut.At.ToStorage(),
        EndedBecause = optOut.Reason == OptOutReason.Suppressed ? null : "objected",
    };
}

/// <param name="OptOuts">Hashes that the copy did not hold.</param>
/// <param name="Stopped">Subscribers who had stopped or been suppressed since.</param>
/// <param name="Erased">Addresses that were erased again.</param>
/// <param name="Editions">Weeks that had been composed since.</param>
internal sealed record CarriedOver(int OptOuts, int Stopped, int Erased, IReadOnlyList<string> Editions)
{
    /// <summary>Mails that waited when the copy was made, and of which more is known since.</summary>
    public int Mails { get; init; }

    /// <summary>What could not be read of the replaced database, in words.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}

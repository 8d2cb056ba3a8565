using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>Who looks after teams and organisations. The settings may put a name before the address, so it is compared here and not in SQL.</summary>
internal static class TeamContacts
{
    private const string AllSql = """
        select 'organisation' as Kind, id as Id, name as Name, contact as Contact from organisation where contact is not null
        union all select 'team', id, name, contact from team where contact is not null
        order by 1, 3
        """;

    private static readonly Dictionary<string, string> ForgetSql = new(StringComparer.Ordinal)
    {
        ["organisation"] = "update organisation set contact = null where id = @Id",
        ["team"] = "update team set contact = null where id = @Id",
    };

    /// <returns>What somebody of this address looks after.</returns>
    public static IReadOnlyList<TeamContact> Of(DbConnection connection, string email) =>
        [.. connection.Query<TeamContact>(AllSql).Where(contact => EmailAddress.AreSame(contact.Contact, email))];

    public static void Forget(DbConnection connection, string email)
    {
        foreach (var contact in Of(connection, email))
        {
            connection.Execute(ForgetSql[contact.Kind], new { contact.Id });
        }
    }
}

// Without a constructor: Dapper cannot match one where no row says what type a computed column has.
internal sealed record TeamContact
{
    /// <summary>The table that it stands in.</summary>
    public string Kind { get; init; } = "";
    public long Id { get; init; }
    public string Name { get; init; } = "";

    /// <summary>As the settings have it.</summary>
    public string Contact { get; init; } = "";
}

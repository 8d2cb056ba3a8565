using CsvHelper;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>
/// Subscribes the people of a CSV file (header <c>email,name,role</c>, several roles separated by semicolons) to a team. A
/// row with a mistake is refused with its reason; the others are kept together.
/// </summary>
internal sealed class ImportRoster(DigestSettings settings, Teams teams, TimeProvider time)
{
    private const string Email = "email", Name = "name", RoleIds = "role";

    private const int MostRows = 1_000_000, MostBytesInRow = 65_536;

    private static readonly CsvReaderOptions Form = new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MaxRecordSize = MostBytesInRow,
        AllowLineBreaksInQuotes = false,
    };

    private readonly HashSet<string> _roles = settings.Roles.Select(role => role.Id).ToHashSet(StringComparer.Ordinal);

    /// <exception cref="RosterFault">The file as a whole is no roster.</exception>
    public ImportReport Run(string file, string team)
    {
        var rows = Read(file);
        var accepted = rows.Where(row => row.Refusal is null).Select(row => row.Joiner!).ToList();
        var outcomes = teams.Import(team, accepted, time.GetUtcNow());
        return new ImportReport(
            outcomes.Count(outcome => outcome == JoinOutcome.Joined),
            outcomes.Count(outcome => outcome == JoinOutcome.Extended),
            outcomes.Count(outcome => outcome == JoinOutcome.OptedOut),
            [.. rows.Where(row => row.Refusal is not null).Select(row => $"line {row.Line}: {row.Refusal}")]);
    }

    private List<RosterRow> Read(string file)
    {
        using var csv = CsvReader.FromFile(file, Form);
        csv.ReadHeader();
        if (!csv.TryGetFieldIndex(Email, out _) || !csv.TryGetFieldIndex(RoleIds, out _))
        {
            throw new RosterFault($"{file} has no header line 'email,name,role'; write one as its first line.");
        }

        var rows = new List<RosterRow>();
        while (csv.Read())
        {
            rows.Add(rows.Count < MostRows ? Check(csv) : throw new RosterFault($"{file} has more than {MostRows} rows; split it."));
        }

        return rows;
    }

    private RosterRow Check(CsvReader csv)
    {
        var email = csv.GetString(Email);
        var roles = csv.GetString(RoleIds).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = roles.FirstOrDefault(role => !_roles.Contains(role));
        var refusal = !EmailAddress.IsBare(email) ? $"'{email}' is not an email address"
            : roles.Length == 0 ? "no role is given"
            : unknown is not null ? $"'{unknown}' is not a role of the settings"
            : null;
        var name = csv.TryGetFieldIndex(Name, out var column) && csv.GetString(column) is { Length: > 0 } given ? given : null;
        return new RosterRow((int)csv.LineNumber, refusal is null ? new Joiner(email, name, roles, []) : null, refusal);
    }

    private sealed record RosterRow(int Line, Joiner? Joiner, string? Refusal);
}

internal sealed class RosterFault(string message) : Exception(message);

/// <param name="Extended">Subscribed before; the team or a role was added.</param>
/// <param name="OptedOut">Stay out, because they had unsubscribed.</param>
/// <param name="Refused">A line for each refused row, with its reason.</param>
internal sealed record ImportReport(int Joined, int Extended, int OptedOut, IReadOnlyList<string> Refused);

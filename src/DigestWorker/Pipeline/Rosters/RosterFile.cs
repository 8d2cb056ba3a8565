using CsvHelper;
using DigestWorker.Domain;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>
/// A roster as boards keep it: CSV with a header line, separated by commas, semicolons or tabs. A row with a mistake is refused
/// with its reason, and names its address all the same; the others count.
/// </summary>
/// <param name="teamHasRoles">A row without a role has those of the team.</param>
internal sealed class RosterFile(RosterRoles roles, bool teamHasRoles)
{
    private const int MostRows = 200_000, MostBytesInRow = 65_536;

    private static readonly string[] Email = ["email", "e-mail", "email address", "address"], Name = ["name", "full name"];
    private static readonly string[] RoleIds = ["role", "roles", "role(s)"], Areas = ["area", "areas"], Individual = ["individual", "sole trader", "sole_trader"];

    private static readonly char[] Separators = [',', ';', '\t'];

    private static readonly CsvReaderOptions Form = new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MaxRecordSize = MostBytesInRow,
        AllowLineBreaksInQuotes = false,
    };

    /// <exception cref="RosterFault">The text as a whole is no roster.</exception>
    public IReadOnlyList<RosterRow> Read(RosterText roster)
    {
        try
        {
            var text = WithoutHint(roster.Text);
            using var csv = CsvReader.FromText(text, Form with { Separator = Separator(text.TrimStart('\r', '\n', ' ')) });
            return Rows(csv, roster.Name);
        }
        catch (CsvFormatException)
        {
            throw new RosterFault($"{roster.Name} has a row longer than {MostBytesInRow / 1024} kB; that is no roster.");
        }
    }

    private List<RosterRow> Rows(CsvReader csv, string file)
    {
        var columns = Header(csv, file);
        var (rows, lines) = (new List<RosterRow>(), new Dictionary<string, int>(StringComparer.Ordinal));
        while (csv.Read())
        {
            if (IsEmpty(csv))
            {
                continue;
            }

            var row = Check(csv, columns);
            if (row.Joiner is { } joiner && EmailAddress.Spellings(joiner.Email).Min(StringComparer.Ordinal) is { } mailbox && !lines.TryAdd(mailbox, row.Line))
            {
                row = row with { Joiner = null, Refusal = $"the same address stands on line {lines[mailbox]}" };
            }

            rows.Add(rows.Count < MostRows ? row : throw new RosterFault($"{file} has more than {MostRows} rows, more than a team may have."));
        }

        return rows;
    }

    // A spreadsheet writes empty cells below the last row of a table.
    private static bool IsEmpty(CsvReader csv) => Enumerable.Range(0, csv.FieldCount).All(column => string.IsNullOrWhiteSpace(csv.GetString(column)));

    private Columns Header(CsvReader csv, string file)
    {
        csv.ReadHeader();
        var names = csv.Headers.Select(header => Cells.Seen(header).ToLowerInvariant()).ToList();
        var columns = new Columns(Find(names, Email), Find(names, Name), Find(names, RoleIds), Find(names, Areas), Find(names, Individual));
        return columns.Email >= 0 && (columns.Role >= 0 || teamHasRoles)
            ? columns
            : throw new RosterFault($"{file} has no header line '{(teamHasRoles ? "email,name" : "email,name,role")}'; write one as its first line.");
    }

    private RosterRow Check(CsvReader csv, Columns columns)
    {
        var (line, email) = ((int)csv.LineNumber, Cells.Address(Field(csv, columns.Email)));
        var mark = Field(csv, columns.Individual);
        return !Cells.IsMailbox(email) ? new RosterRow(line, Cells.AddressIn(email), null, $"'{email}' is not an email address")
            : IsYes(mark) is not { } isIndividual ? new RosterRow(line, email, null, $"'{mark}' in the column individual is neither yes nor no")
            : isIndividual ? new RosterRow(line, null, null, "a sole trader or partnership has to subscribe in person")
            : NameOf(csv, columns) is { } name && EmailAddress.IsBare(name) && !EmailAddress.AreSame(name, email) ? new RosterRow(line, email, null, "the name is an address too; write one person a line")
            : Check(new Joiner(email, NameOf(csv, columns) is { } own && !EmailAddress.IsBare(own) ? own : null, roles.Of(Field(csv, columns.Role)), [.. RosterRoles.Words(Field(csv, columns.Areas))]), line);
    }

    private RosterRow Check(Joiner joiner, int line)
    {
        var unknown = joiner.Roles.FirstOrDefault(role => !roles.Has(role));
        var refusal = joiner.Roles.Count == 0 && !teamHasRoles ? "no role is given"
            : unknown is not null ? $"'{unknown}' is not a role of the settings"
            : null;
        return new RosterRow(line, joiner.Email, refusal is null ? joiner : null, refusal);
    }

    // "sep=;" tells a spreadsheet the separator. Its line stays, so that lines are counted as the file has them.
    private static string WithoutHint(string text) =>
        text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.AsSpan(5).TrimStart(' ') is ['\r' or '\n', ..] ? text[5..] : text;

    private static char Separator(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length).ToString();
        return Separators.MaxBy(separator => header.Count(letter => letter == separator));
    }

    // A roster may have both an "Email" and an "Address", which is a street's then.
    private static int Find(List<string> columns, string[] names) => names.Select(name => columns.IndexOf(name)).Append(-1).FirstOrDefault(column => column >= 0, -1);

    private static string? NameOf(CsvReader csv, Columns columns) => Field(csv, columns.Name) is { Length: > 0 } text ? text : null;

    private static string Field(CsvReader csv, int column) => column >= 0 && column < csv.FieldCount ? ExportTeam.Unescaped(Cells.Seen(csv.GetString(column))) : "";

    /// <returns>Null for a mark that may mean either.</returns>
    private static bool? IsYes(string field) => field.ToLowerInvariant() switch
    {
        "" or "no" or "n" or "false" or "0" => false,
        "yes" or "y" or "true" or "1" => true,
        _ => null,
    };

    private sealed record Columns(int Email, int Name, int Role, int Areas, int Individual);
}

/// <param name="Named">Who is no absent member, whether the row counts or not; null where nobody may be kept by it.</param>
/// <param name="Refusal">Why the row does not count; null where it does.</param>
internal sealed record RosterRow(int Line, string? Named, Joiner? Joiner, string? Refusal);


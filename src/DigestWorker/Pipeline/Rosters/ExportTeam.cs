using CsvHelper;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline.Rosters;

/// <summary>
/// A team's members as a roster that an import takes: roles and areas as the last roster named them, and nobody who stopped. What a
/// spreadsheet would run as a formula stands behind an apostrophe.
/// </summary>
internal sealed class ExportTeam(TeamLists lists)
{
    private const char Apostrophe = '\'';

    private static readonly CsvWriterOptions Form = new() { Injection = CsvInjection.Escape, InjectionEscape = Apostrophe };

    /// <returns>CSV with a header line.</returns>
    public string Run(long teamId)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, Form, leaveOpen: true))
        {
            csv.WriteHeader("email", "name", "roles", "areas", "state", "since");
            foreach (var member in lists.Members(teamId))
            {
                csv.WriteRecord(
                    member.Email, member.Name, string.Join(';', member.Roles), string.Join(';', member.Areas),
                    member.State.ToString().ToLowerInvariant(), member.Since);
            }
        }

        return text.ToString();
    }

    /// <summary>A field as it was before an export put an apostrophe before it.</summary>
    public static string Unescaped(string field) =>
        field.Length > 1 && field[0] == Apostrophe && Form.InjectionCharacters.Contains(field[1]) ? field[1..] : field;
}

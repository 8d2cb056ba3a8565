using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Website;

/// <summary>How the public files are called. Ids of roles are lower-case words joined by hyphens, and the names of teams become such.</summary>
internal static partial class PublicNames
{
    public const string Index = "index.html";

    private const int LongestTeam = 60;

    public static string Feed(Role role) => $"{role.Id}.atom";

    public static string Calendar(Role role) => $"{role.Id}.ics";

    public static string Edition(EditionWeek week, Role role) => $"editions/{week}-{role.Id}.html";

    /// <returns>Team to file name; teams that would share one, or take a role's, are told apart by the hash of their names.</returns>
    public static IReadOnlyDictionary<string, string> Calendars(IReadOnlyCollection<string> teams, IReadOnlyList<Role> roles)
    {
        var words = teams.ToDictionary(team => team, Words, StringComparer.OrdinalIgnoreCase);
        var taken = words.Values.Concat(roles.Select(role => role.Id)).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return words.ToDictionary(
            pair => pair.Key,
            pair => $"{(pair.Value.Length == 0 || taken[pair.Value] > 1 ? $"{pair.Value}-{Hash(pair.Key)}".TrimStart('-') : pair.Value)}.ics",
            StringComparer.OrdinalIgnoreCase);
    }

    /// <returns>The week and the role's id of an edition's file; null for any other file.</returns>
    public static (EditionWeek Week, string Role)? ReadEdition(string file) =>
        EditionFile().Match(file) is { Success: true } match && EditionWeek.Parse(match.Groups[1].Value) is { } week
            ? (week, match.Groups[2].Value)
            : null;

    private static string Words(string team)
    {
        var words = NoWord().Replace(team.ToLowerInvariant(), "-").Trim('-');
        return words.Length > LongestTeam ? words[..LongestTeam].TrimEnd('-') : words;
    }

    private static string Hash(string team) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(team.ToLowerInvariant())).AsSpan(0, 4));

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex NoWord();

    [GeneratedRegex(@"^(\d{4}-W\d{2})-([a-z0-9-]+)\.html$", RegexOptions.NonBacktracking)]
    private static partial Regex EditionFile();
}

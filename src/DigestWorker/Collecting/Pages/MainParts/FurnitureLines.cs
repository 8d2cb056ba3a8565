using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages.MainParts;

/// <summary>Lines of a page that are about the page: when it was updated, share, print, back to top.</summary>
internal static partial class FurnitureLines
{
    private const int LongestLine = 120;

    public static string Cut(string text) =>
        Gaps().Replace(string.Join('\n', text.Split('\n').Where(line => !IsUpdateLine(line) && !IsAction(line))), "\n\n").Trim();

    /// <returns>Null where the page does not say when it was updated.</returns>
    public static string? Updated(string text) => text.Split('\n').FirstOrDefault(IsUpdateLine);

    private static bool IsUpdateLine(string line) => line.Length <= LongestLine && UpdateLine().IsMatch(line);

    private static bool IsAction(string line) => line.Length <= LongestLine && Action().IsMatch(line);

    [GeneratedRegex(@"^(- )?(this )?(page )?(was )?(last (updated|reviewed|modified|changed|edited)|(date of )?next review|date last|updated:)", RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex UpdateLine();

    [GeneratedRegex(@"^(- )?((share|print|email|tweet|bookmark)( (this|on|via|with|to)\b.*)?|(back|return) to top|skip to .*|(facebook|twitter|x|linkedin|whatsapp))$", RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex Action();

    [GeneratedRegex("\n{3,}", RegexOptions.None, Pattern.Limit)]
    private static partial Regex Gaps();
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying;

/// <summary>Tells "in Reading" and "Reading Borough Council" from reading.</summary>
internal static partial class PlaceCue
{
    private static readonly FrozenSet<string> Before = Words("in across throughout around near outside");

    private static readonly FrozenSet<string> After = Words(
        "Council Borough City County District Metropolitan Safeguarding Police Constabulary Partnership Crown Magistrates schools councillors MP");

    public static bool Stands(string text, PhraseHit hit) =>
        Before.Contains(LastWord(text.AsSpan(0, hit.Start))) || After.Contains(FirstWord(text.AsSpan(hit.Start + hit.Length)));

    /// <summary>The Duke of Cambridge and a University of London say nothing of Cambridge or London.</summary>
    public static bool IsInAName(string text, PhraseHit hit) => Bearer().IsMatch(text.AsSpan(0, hit.Start));

    private static string LastWord(ReadOnlySpan<char> text)
    {
        var words = text.TrimEnd();
        return words[(words.LastIndexOf(' ') + 1)..].ToString();
    }

    private static string FirstWord(ReadOnlySpan<char> text)
    {
        var words = text.TrimStart();
        var end = 0;
        while (end < words.Length && char.IsLetter(words[end]))
        {
            end++;
        }

        return words[..end].ToString();
    }

    [GeneratedRegex(
        @"\b(?:Duke|Duchess|Earl|Countess|Marquess|Prince|Princess|Bishop|Archbishop|University|(?:Lord|Lady|Baron|Baroness|Viscount|Viscountess)(?: \p{Lu}[\p{L}'\u2019-]+){1,3}) of $",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Bearer();

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

using System.Text.RegularExpressions;

namespace DigestWorker.Classifying.Documents;

/// <summary>The name of a document that no list holds, by the words of a title: "Neglect strategy 2020-2023" is "neglect strategy".</summary>
internal static partial class TitleName
{
    private const int FewestWords = 2, MostWords = 9;

    private static readonly HashSet<string> Noise = Words("""
        updated update updates new revised revision refreshed published publishes launched launches launch statutory draft final latest
        version edition the our a an its consultation on now
        """);

    private static readonly HashSet<string> Leading = Words("for and of to in from about using how what why your introducing");

    /// <summary>With none but these a title names no particular document.</summary>
    private static readonly HashSet<string> Common = Words("""
        safeguarding child children children's adult adults young people multi agency school schools practice best good local national
        board partnership and of for government council information staff practitioner practitioners procedures manual quick short
        """);

    /// <summary>With one of these a title is a sentence and not a name.</summary>
    private static readonly HashSet<string> Telling = Words(
        "should know need needs when is are was were will can must has have says say tells respond that who you we they");

    /// <returns>Null where the title names no document, or only says "safeguarding guidance".</returns>
    public static string? Of(string title)
    {
        var plain = Date().Replace(title, " ");
        return Parts().Split(plain).Select(NameIn).FirstOrDefault(name => name is not null) ?? NameIn(Parts().Replace(plain, " "));
    }

    private static string? NameIn(string part)
    {
        if (Document().Match(part) is not { Success: true } document)
        {
            return null;
        }

        var words = Word().Matches(part[..(document.Index + document.Length)].ToLowerInvariant()).Select(word => word.Value)
            .SkipWhile(IsNoise).Where(word => !Noise.Contains(word)).ToList();
        return words.Count is >= FewestWords and <= MostWords && !words.Exists(Telling.Contains) && words.SkipLast(1).Any(word => !Common.Contains(word))
            ? string.Join(' ', words)
            : null;
    }

    private static bool IsNoise(string word) => Noise.Contains(word) || Leading.Contains(word);

    private static HashSet<string> Words(string list) => [.. list.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    [GeneratedRegex(@"[:|–—?]| - |, (?=[A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\(?\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?20\d\d(?:[-/–]\d{2,4})?\)?|\b(?:version |v)\d+(?:\.\d+)?\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();

    // The first such word ends the name: up to the last one it might be a whole sentence.
    [GeneratedRegex(@"\b(?:code of practice|codes of practice|guidance|guidelines?|framework|procedures?(?: manual)?|protocol|toolkit|strategy|standards|handbook|charter|pathway|practice guide|quick guide|guide|concordat|action plan)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Document();

    [GeneratedRegex(@"[a-z0-9][a-z0-9'’]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}

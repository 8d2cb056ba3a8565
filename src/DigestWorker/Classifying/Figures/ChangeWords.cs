using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>The words of a sentence that say up or down, found once for all its numbers.</summary>
internal sealed partial class ChangeWords
{
    private const int Reach = 45, ClauseCost = 20, AfterCost = 6;

    private readonly string _sentence;
    private readonly Match[] _words;
    private readonly Match[] _clauseEnds;

    public ChangeWords(string sentence)
    {
        _sentence = sentence;
        _words = [.. Change().Matches(NoChange().Replace(sentence, hedge => new string(' ', hedge.Length))).AsEnumerable()];
        _clauseEnds = _words.Length == 0 ? [] : [.. ClauseEnd().Matches(sentence).AsEnumerable()];
    }

    public bool AnyBefore(int index) => _words.Any(word => word.Index + word.Length <= index);

    /// <summary>Of the change word nearest to the number, in its own clause before one in the next.</summary>
    public Direction? DirectionOf(FoundNumber number)
    {
        if (_words.Length == 0)
        {
            return null;
        }

        var reachesBack = ByOrOf().IsMatch(_sentence[Math.Max(0, number.Start - Reach)..number.Start]);
        var best = _words.Select(word => (word, distance: Distance(word, number)))
            .Where(pair => pair.distance <= Reach || (reachesBack && pair.word.Index < number.Start))
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.word)
            .FirstOrDefault();
        return best is null ? null : best.Groups["up"].Success ? Direction.Up : Direction.Down;
    }

    private int Distance(Match word, FoundNumber number)
    {
        var isBefore = word.Index < number.Start;
        var (from, to) = isBefore ? (word.Index + word.Length, number.Start) : (number.End, word.Index);
        var clauses = _clauseEnds.Count(end => end.Index >= from && end.Index + end.Length <= to);
        return Math.Max(0, to - from) + (clauses * ClauseCost) + (isBefore ? 0 : AfterCost);
    }

    [GeneratedRegex(@"\b(?:by|of) (?:[a-z]+ ){0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ByOrOf();

    // "More than" and "up to" before a number compare nothing.
    [GeneratedRegex(
        $@"(?<!%[ ]|cent[ ]|\d[ ])\b(?:more|fewer|less)[ ]than(?=[ ](?:£?\d|half\b|a[ ](?:third|quarter|fifth|million|thousand|hundred)\b|{NumberWords.Small}|{NumberWords.Tens}))
        |\b(?:above|below|up[ ]to|down[ ]to)(?=[ ]£?\d)|\bno[ ](?:more|fewer|less)\b|\bonce[ ]more\b|\bma(?:de|ke|kes|king)[ ]up\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoChange();

    [GeneratedRegex(
        @"\b(?:(?<up>up|ris(?:e|es|ing|en)|rose|increas(?:e|es|ed|ing)|gr(?:ow|ows|ew|own|owing|owth)|higher|more|jump(?:s|ed)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|climb(?:s|ed|ing)?|doubl(?:e|es|ed|ing)|trebled|tripled?|leap(?:t|s)?|spik(?:e|ed)|rocket(?:ed|s)?|gain(?:ed)?|additional|above|upward|worse(?:ned)?|swell(?:ed)?|peak(?:ed)?)
        |(?<down>down|fall(?:s|ing|en)?|fell|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|lower|fewer|less|reduc(?:e|es|ed|ing|tion)|dip(?:ped|s)?|halved|slump(?:ed)?|shrank|shrunk|cut|below|downward|slip(?:ped)?))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Change();

    [GeneratedRegex(@"[,;:()\u2013\u2014]| and | but | while ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ClauseEnd();
}

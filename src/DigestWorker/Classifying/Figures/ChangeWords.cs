using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>The words of a sentence that say up or down of a number, found once for all its numbers.</summary>
internal sealed partial class ChangeWords
{
    private const int Reach = 45, ClauseCost = 20, AfterCost = 6;

    private readonly string _sentence;
    private readonly IReadOnlyList<DirectionWord> _words;
    private readonly IReadOnlyList<Range> _clauseEnds;

    public ChangeWords(string sentence)
    {
        _sentence = sentence;
        _words = Comparing(DirectionWords.In(sentence), sentence);
        _clauseEnds = _words.Count == 0 ? [] : All(ClauseEnd(), sentence);
    }

    public bool AnyBefore(int index) => _words.Any(word => word.End <= index);

    /// <summary>Of the change word nearest to the number, in its own clause before one in the next.</summary>
    public Direction? DirectionOf(FoundNumber number)
    {
        if (_words.Count == 0)
        {
            return null;
        }

        var reachesBack = ByOrOf().IsMatch(_sentence.AsSpan(Math.Max(0, number.Start - Reach)..number.Start));
        return _words.Where(word => Distance(word, number) <= Reach || (reachesBack && word.Start < number.Start))
            .MinBy(word => Distance(word, number))?.Direction;
    }

    private static IReadOnlyList<DirectionWord> Comparing(IReadOnlyList<DirectionWord> words, string sentence)
    {
        if (words.Count == 0)
        {
            return words;
        }

        var hedges = All(NoChange(), sentence);
        return hedges.Count == 0 ? words : [.. words.Where(word => !hedges.Exists(hedge => word.Start >= hedge.Start.Value && word.End <= hedge.End.Value))];
    }

    private static List<Range> All(Regex pattern, string sentence)
    {
        var found = new List<Range>();
        foreach (var match in pattern.EnumerateMatches(sentence))
        {
            found.Add(match.Index..(match.Index + match.Length));
        }

        return found;
    }

    private int Distance(DirectionWord word, FoundNumber number)
    {
        var isBefore = word.Start < number.Start;
        var (from, to) = isBefore ? (word.End, number.Start) : (number.End, word.Start);
        var clauses = _clauseEnds.Count(end => end.Start.Value >= from && end.End.Value <= to);
        return Math.Max(0, to - from) + (clauses * ClauseCost) + (isBefore ? 0 : AfterCost);
    }

    // Without a time limit: what it sees is shorter than its reach.
    [GeneratedRegex(@"\b(?:by|of) (?:[a-z]+ ){0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ByOrOf();

    // "More than" and "up to" before a number compare nothing.
    [GeneratedRegex(
        $@"(?<!%[ ]|cent[ ]|\d[ ])\b(?:more|fewer|less)[ ]than(?=[ ](?:£?\d|half\b|a[ ](?:third|quarter|fifth|million|thousand|hundred)\b|{NumberWords.Small}|{NumberWords.Tens}))
        |\b(?:above|below|(?<!\b(?:{NumberCues.Movement})[ ])up[ ]to|down[ ]to)(?=[ ]£?\d)|\bno[ ](?:more|fewer|less)\b|\bonce[ ]more\b|\bma(?:de|ke|kes|king)[ ]up\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex NoChange();

    [GeneratedRegex(@"[,;:()\u2013\u2014]| and | but | while ", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex ClauseEnd();
}

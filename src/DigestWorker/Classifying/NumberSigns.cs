using System.Text.RegularExpressions;

namespace DigestWorker.Classifying;

/// <summary>Counts numbers that are likely to be somebody's count: 7,062; 44%; one in five; 485 children. Years are none.</summary>
internal static class NumberSigns
{
    private const string Counted =
        "child|children|young people|pupils|students|people|adults|women|girls|boys|families|victims|individuals|respondents|schools"
        + "|cases|offences|crimes|reports|referrals|contacts|incidents|reviews|webpages|applications|enquiries|concerns|plans|deaths|calls"
        + "|episodes|convictions";

    private static readonly Regex Number = new(
        $"""
        \b\d+(?:,\d\d\d)+\b
        |\b\d+(?:\.\d+)?[ ]?(?:%|per[ ]?cent\b|pc\b|million\b)
        |\b(?:one|two|three|four|five|\d+)[ ](?:in|out[ ]of)[ ](?:every[ ])?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d+)\b
        |\b(?:a|one|two|three|four)[ ](?:third|quarter|fifth|tenth|half)s?\b
        |\b(?:\d\d\d?|(?:1[0-8]|2[1-9]|[3-9]\d)\d\d|\d\d\d\d\d+)(?:[ ]\w+)?(?:[ ]\w+)?[ ](?:{Counted.Replace(" ", "[ ]", StringComparison.Ordinal)})\b
        """,
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace);

    private const string Month = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";

    private static readonly Regex Period = new(
        $@"\b{Month}(?: (?:19|20)\d\d)? to (?:\d\d? )?{Month}\b|\b(?:19|20)\d\d to (?:19|20)\d\d\b|\bquarter [1-4]\b|\b(?:reporting|financial|academic|school|calendar) year (?:19|20)\d\d\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>"April to June 2025", "2011 to 2012": what a series of figures is called after.</summary>
    public static bool NamesPeriod(string title) => Period.IsMatch(title);

    public static int CountUpTo(int most, IEnumerable<Passage> passages)
    {
        var count = 0;
        foreach (var passage in passages)
        {
            foreach (var number in Number.EnumerateMatches(passage.Text))
            {
                count += IsMoney(passage.Text, number) ? 0 : 1;
                if (count == most)
                {
                    return most;
                }
            }
        }

        return count;
    }

    // What is spent is mostly announced, not counted.
    private static bool IsMoney(string text, ValueMatch number) => number.Index > 0 && text[number.Index - 1] == '£';
}

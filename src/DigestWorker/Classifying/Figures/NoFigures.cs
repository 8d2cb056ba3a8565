using System.Text.RegularExpressions;

namespace DigestWorker.Classifying.Figures;

/// <summary>Blanks out the digits that count nothing: dates, years, times, spans, labels, telephone numbers, addresses.</summary>
internal static partial class NoFigures
{
    private const string Month =
        "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";

    private const string Count = $@"(?:\d+(?:\.\d+)?|(?:{NumberWords.Tens})(?:-(?:{NumberWords.Small}))?|{NumberWords.Small})";

    private const string Label =
        "section|sections|s\\.|(?<!(?:took|take|taking)[ ])part|parts|year|years|key stage|stage|page|pages|p\\.|pp\\.|paragraph|paragraphs|para|paras|chapter|annex|appendix|article|schedule|category|level|tier|band"
        + "|version|v|no\\.|number|figure|table|group|phase|grade|step|regulation|regulations|rule|clause|act|strand|priority|issue|volume|vol|series|episode|channel|unit|module|lot|form|room|week|day"
        + "|question|recommendation|recommendations|standard|principle|objective|line|covid|g|ks|top";

    /// <returns>A text of the same length.</returns>
    public static string Blanked(string sentence) =>
        Any().Replace(sentence, match => new string(' ', match.Length));

    [GeneratedRegex(
        $@"https?://\S+|\bwww\.\S+|\S+@\S+\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:co\.uk|org\.uk|gov\.uk|com|org|net)\b\S*
        |\b[A-Z]{{1,2}}\d[A-Z\d]?[ ]\d[A-Z]{{2}}\b
        |(?<![\w£,.])(?:\+44[ ]?|0)\d{{2,4}}[ )-]?[ ]?\d{{3,4}}[ -]?\d{{2,4}}\b|(?<![\w£])0\d{{9,10}}\b
        |\b116[ ]?(?:111|123|000)\b|\b(?:call|dial|ring|phone|text|on)[ ](?:999|101|111|112|119|\d{{5}})\b|\b(?:999|101)[ ]or[ ](?:999|101)\b|(?<=[ ]or[ ])(?:999|101)\b
        |\b(?:per|each|every)[ ]\d[\d,]*\b(?![ ]?(?:%|per|cent))|\b\d+-page\b|(?<![\d,.£])\d{{5,}}\b(?![,.]\d|[ ]?%)
        |\b24[/-]7\b|\bCovid-?19\b|\b9/11\b|\b7/7\b
        |\b(?:19|20)\d\d[ ]?(?:/|-|\u2013|[ ]?to[ ])[ ]?(?:(?:19|20)?\d\d)\b(?!,\d)
        |\b\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?{Month}\b(?:[ ](?:19|20)\d\d)?
        |\b{Month}[ ]\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?[ ](?:19|20)\d\d)?|\b{Month},?[ ](?:19|20)\d\d\b
        |\b\d{{1,2}}[ ]?(?:to|and|-|\u2013)[ ](?=\d{{1,2}}[ ]{Month}\b)|\b\d{{1,2}}-(?=[ ]*$)
        |\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b
        |\b\d{{1,2}}(?:[:.]\d\d)?[ ]?(?:am|pm|a\.m\.|p\.m\.)(?!\w)|\b\d\d?:\d\d\b
        |\b(?:{Label})[ -]?(?:\d+(?:\.\d+)*[A-Za-z]?)(?:(?:,[ ]\d+)*[ ](?:and|to|or|&)[ ]\d+\b|[-\u2013]\d+)?(?!,\d|[ ]?%|[ ]per|[ ]million|[ ]thousand)\b
        |\b\d{{1,4}}(?:st|nd|rd|th)\b
        |(?<![\d,.£])(?:19|20)\d\d(?:'?s)?\b(?!,\d|[ ]?%|\.\d|[ ](?:children|people|pupils|young|offences|cases|referrals|reports|adults|victims|crimes))
        |\b{Count}(?:[ ](?:and[ ]a[ ]half|or[ ](?:more|two|three)|to[ ]{Count}|or[ ]{Count}))?[ -](?:(?:working|calendar|school|full|consecutive|further|more|whole|long)[ -])?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|terms?|centur(?:y|ies))\b(?![ -]olds?\b|[ ]of[ ]age)
        |(?<=^[- \u2022]*)\d{{1,2}}[.)](?=\s)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Any();
}

using System.Buffers;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Figures;

/// <summary>
/// Blanks out the numbers that count nothing: dates, years, times, spans, labels, telephone numbers, addresses. The patterns begin
/// at a digit and look back for what names it, so that text without digits costs next to nothing.
/// </summary>
internal static partial class NoFigures
{
    private const string Month =
        "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)";

    private const string Words = $"(?:(?:{NumberWords.Tens})(?:-(?:{NumberWords.Small}))?|{NumberWords.Small})";

    private const string Label =
        "sections?|s\\.|(?<!(?:took|take|taking)[ ])parts?|years?|stage|pages?|p\\.|pp\\.|paragraphs?|paras?|chapter|annex|appendix|articles?|schedule|category|level|tier|band"
        + "|version|no\\.|number|figure|table|group|phase|grade|step|regulations?|rule|clause|act|strand|priority|issue|volume|vol|series|episode|channel|unit|module|lot|form|room|week|day"
        + "|questions?|recommendations?|standard|principle|objective|line|covid|top|iso";

    private const string Unit = "(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|terms?|centur(?:y|ies))";

    private const string Kind = "(?:(?:working|calendar|school|full|consecutive|further|more|whole|long)[ -])?";

    private const string Counted = "children|people|pupils|young|offences|cases|referrals|reports|adults|victims|crimes";

    private const string NoAge = "(?![ -]olds?\\b|[ ]of[ ]age)";

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture;

    private static readonly SearchValues<string> AddressSigns =
        SearchValues.Create(["@", "://", "www.", ".co", ".org", ".gov", ".net"], StringComparison.OrdinalIgnoreCase);

    /// <returns>A text of the same length.</returns>
    public static string Blanked(string sentence)
    {
        var plain = sentence.AsSpan().ContainsAny(AddressSigns) ? Addresses().Replace(sentence, Blank) : sentence;
        var blanked = plain.AsSpan().ContainsAnyInRange('0', '9') ? BlankedDigits(plain) : plain;
        return NumberWords.AnyIn(blanked) ? WordDurations().Replace(blanked, Blank) : blanked;
    }

    private static string BlankedDigits(string sentence)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[Labels(), Times(), Codes(), Durations()])
        {
            sentence = pattern.Replace(sentence, Blank);
        }

        return sentence;
    }

    private static string Blank(Match match) => new(' ', match.Length);

    [GeneratedRegex(
        @"https?://\S+|\bwww\.\S+|(?<!\S)\S{1,100}@\S+|(?<![\w.-])[\w-]{1,60}(?:\.[\w-]{1,60}){0,4}\.(?:co\.uk|org\.uk|gov\.uk|com|org|net)\b\S*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Addresses();

    [GeneratedRegex($@"\b{Words}(?:[ ](?:and[ ]a[ ]half|(?:to|or)[ ](?:{Words}|\d+|more)))?[ -]{Kind}{Unit}\b{NoAge}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace, Pattern.Limit)]
    private static partial Regex WordDurations();

    // Four patterns, since the compiler does not optimise code as long as one for all would be.
    [GeneratedRegex(
        $@"(?<!\d)(?:(?<=\b(?:{Label})[ -]?)\d+(?:\.\d+)*[A-Za-z]?(?:(?:,[ ]\d+)*[ ](?:and|to|or|&)[ ]\d+\b|[-\u2013]\d+)?(?!,\d|[ ]?%|[ ]per|[ ]million|[ ]thousand)\b
        |[1-4](?<=\bquarter[ ]\d)(?=[ ](?:of[ ])?(?:19|20)\d\d)
        |(?<=\b(?:per|each|every)[ ])(?!(?<=\bin[ ](?:each|every)[ ])\d{{1,3}}\b(?!,))\d[\d,]*\b(?![ ]?(?:%|per|cent))|\d+-page\b
        |\d{{1,4}}(?:st|nd|rd|th)\b
        |(?<=^[- \u2022]*)\d{{1,2}}[.)](?=\s|$))",
        Options, Pattern.Limit)]
    private static partial Regex Labels();

    [GeneratedRegex(
        $@"(?<!\d)(?:(?<=\b{Month}[ ])\d{{1,2}}(?:st|nd|rd|th)?\b(?!,\d|[ ]?%)|(?<=\b{Month},?[ ])(?:19|20)\d\d\b
        |\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?{Month}\b
        |(?<=\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[ ])\d{{1,2}}(?=[ ]?(?:(?:to|until|-|\u2013)[ ]?\d|(?:to|until|and|-|\u2013)[ ]?[A-Z]{{3,6}}day\b))
        |\d{{1,2}}(?:[ ]?(?:to|and|-|\u2013)[ ]?)(?=\d{{1,2}}[ ]{Month}\b)|\d{{1,2}}-(?=[ ]*$)
        |(?<![,.£])(?:19|20)\d\d[ ]?(?:/|-|\u2013|[ ]?to[ ])[ ]?(?:(?:19|20)?\d\d)\b(?!,\d)
        |\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b
        |\b\d{{1,2}}(?:[:.]\d\d)?[ ]?(?:am|pm|a\.m\.|p\.m\.)(?!\w)|\b\d\d?:\d\d\b
        |1[5-8](?<=\b(?:in|since|of|the)[ ]\d\d)\d\d\b(?!,\d|[ ]?%|\.\d|[ ](?:\w+[ ])?(?:{Counted}))(?=[.,;)]|[ ](?:Act|and|by|as|to|when)\b|$)
        |(?:19|20)(?<=\b(?:in|since|during|by|until|throughout)[ ]\d\d)(?!00[ ](?:{Counted}))\d\d\b(?!,\d|[ ]?%|\.\d|[ ](?:of|out)\b)
        |(?<![,.£])(?:19|20)\d\d(?:'?s)?\b(?!,\d|[ ]?%|\.\d|[ ](?:{Counted})))",
        Options, Pattern.Limit)]
    private static partial Regex Times();

    [GeneratedRegex(
        @"(?<!\d)(?:(?<=\b(?:call|dial|ring|phone|text|on)[ ])(?:999|101|111|112|119|\d{5})\b|\b(?:999|101)[ ]or[ ](?:999|101)\b
        |\b116[ ]?(?:111|123|000)\b
        |(?<=\bP\.?[ ]?O\.?[ ]Box[ ])\d+|\d{1,4}[a-z]?(?=(?-i:(?:[ ][A-Z][\w'’-]*){1,3}[ ](?:Street|Road|Avenue|Lane|Square|Crescent|Terrace|Gardens))(?:,|[ ]*$))
        |\b0800[ ]?\d{4}\b
        |(?<![\d£,.])(?:44[ ]?|0)\d{2,4}[ )-]?[ ]?\d{3,4}[ -]?\d{2,4}\b|(?<![\w£])0\d{9,10}\b
        |(?<![,.£])\d{5,}\b(?![,.]\d|[ ]?%)
        |\b24[/-]7\b|\b9/11\b|\b7/7\b)",
        Options, Pattern.Limit)]
    private static partial Regex Codes();

    [GeneratedRegex(
        $@"(?<![\w,.£])\d+(?:\.\d+)?(?:[ ](?:and[ ]a[ ]half|(?:to|or)[ ](?:{Words}|\d+|more)))?[ -]{Kind}{Unit}\b{NoAge}", Options, Pattern.Limit)]
    private static partial Regex Durations();
}

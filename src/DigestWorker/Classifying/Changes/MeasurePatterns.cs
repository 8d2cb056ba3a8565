namespace DigestWorker.Classifying.Changes;

/// <summary>How dates, periods, time limits, ages and numbers are written.</summary>
internal static class MeasurePatterns
{
    public const string Any = $"(?<reference>{Reference})|(?<date>{Date})|(?<period>{Period})|(?<age>{Age})|(?<limit>{Limit})|(?<time>{Time})|(?<number>{Number})";

    // "(?-i:May)": "section 47 may apply" holds no date.
    private const string Month =
        "(?:january|february|march|april|(?-i:May)|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)";

    private const string Year = @"(?:19|20)\d\d";

    private const string Count = @"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    private const string Reference = @"\b(?:paragraphs?|paras?|pages?|figures?|tables?|annex|appendix|footnotes?) \d+(?:\.\d+)*";

    private const string Date =
        $@"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{Month}(?: {Year})?\b|\b{Year}-\d\d-\d\d\b|\b\d{{1,2}}/\d{{1,2}}/(?:{Year}|\d\d)\b";

    private const string Period =
        $@"\b(?:years?|quarter|months) (?:ending|ended|to|in) (?:the )?(?:\d{{1,2}} )?{Month} {Year}\b"
        + $@"|\b{Month}(?: {Year})? (?:to|-) {Month} {Year}\b"
        + $@"|\b(?:FY ?)?{Year} ?(?:/|-|to) ?(?:{Year}|\d\d)\b"
        + $@"|\b(?:spring|summer|autumn|winter)(?: term)?,? {Year}(?:/\d\d)?\b"
        + $@"|\bQ[1-4],? {Year}\b|\bquarter [1-4],? {Year}\b|\b{Month} {Year}\b|\b{Year}\b";

    private const string Age =
        @"\bage[ds]?(?: of)? \d{1,2}(?: ?(?:to|and|or|-) ?\d{1,2})?\b"
        + @"|\b(?:\d{1,2} ?(?:to|-) ?)?\d{1,2}[ -]years?[ -]olds?\b"
        + @"|\b(?:under|over)[ -]?\d{1,2}'?s\b|\b(?:under|over) the age of \d{1,2}\b|\b\d{1,2} (?:and|or) (?:over|under|older|younger|above|below)\b";

    private const string Limit =
        $@"\b{Count}[ -](?:(?:working|calendar|school|clear|full|consecutive)[ -])?(?:minute|hour|day|week|fortnight|month|year|term)s?\b"
        + @"|\bimmediately\b|\bwithout delay\b|\bas soon as (?:possible|practicable)\b|\bthe (?:same|next)(?: working)? day\b";

    private const string Time = @"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)\b|\b\d\d:\d\d\b|\bmidnight\b|\bnoon\b";

    private const string Number =
        @"(?<![\w.,])£?\d+(?:,\d{3})*(?:\.\d+)?(?: ?%| ?(?:per ?cent|million|billion)\b)?"
        + @"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b";
}

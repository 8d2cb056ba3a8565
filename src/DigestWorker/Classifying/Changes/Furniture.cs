using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying.Changes;

/// <summary>Lines that belong to the page and not to what it says: dates of upkeep, cookie bars, counters, sharing.</summary>
internal static partial class Furniture
{
    private const int LongestLine = 200;

    private const string Dated =
        @"(?:(?:page|content|document|first|last|date|next) )*(?:updated?|modified|reviewed|published|amended|checked|review|next release)(?: due| date| on| at)*:?"
        + @"(?: |\d|[/.,:()-]|(?:st|nd|rd|th|am|pm|at|of|ago|today|yesterday|minutes?|hours?|days?|weeks?|months?|years?)\b"
        + @"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
        + @"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b)+";

    private const string Cookies =
        @"(?:we|this (?:site|website|service)) (?:uses?|would like to use|(?:have|has) placed) (?:\w+ ){0,4}cookies.*"
        + "|(?:accept|reject|manage|view|hide|set)(?: all| additional| non-essential| analytics| optional| this)* cookies?(?: settings| preferences| message)?"
        + "|cookies?(?: policy| settings| preferences| on .*)?|you can change your cookie settings.*";

    private const string Counters =
        @"[\d,.]+k? (?:views?|comments?|shares?|likes?|downloads?|reads?|visits?|followers?)"
        + @"|(?:views|comments|shares|likes|downloads|visits)[: ]+[\d,.]+k?"
        + @"|(?:reading time|estimated reading time|read time):? .*|[\d]+[ -]min(?:ute)?s? read|(?:posted |published )?[\d]+ \w+ ago|page \d+ of \d+";

    private const string Links =
        @"share(?: this)?(?: page| article| post| story)?(?:(?: on| via| with| by|:)? (?:facebook|x|twitter|linkedin|whatsapp|e-?mail|social media|and)[, ]*)*"
        + "|(?:follow|like|find|join) us(?: on .*)?|contents|menu|breadcrumbs?|you are here:?|explore the topic|read more|see also"
        + "|(?:related|similar|popular) (?:content|links|pages|articles|guidance|topics)";

    private const string Navigation =
        @"(?:e-?mail|print|save|bookmark|download) this page|print|tweet|copy link|copy link to this page"
        + "|skip to (?:main )?content|skip to navigation|back to (?:the )?top|top of page|home|search|you are here:.*|(?:next|previous)(?: page)?"
        + "|(?:is this page useful|was this page helpful|is there anything wrong with this page)\\??.*|report a problem(?: with this page)?|help us improve .*"
        + "|get emails? about this page|(?:sign up|subscribe)(?: to| for)? (?:our |the |this )?(?:newsletter|e-?mails?|e-?mail alerts|updates|alerts|mailing list).*"
        + "|(?:©|\\(c\\)|copyright) .*|© ?crown copyright.*|all content is available under .*";

    public static bool IsLine(string line) => line.Length <= LongestLine && Whole().IsMatch(line);

    /// <summary>True for the heading of a list of links.</summary>
    public static bool OpensLinks(string line) => line.Length <= LongestLine && Opening().IsMatch(line);

    [GeneratedRegex(
        $"^(?:- )?(?:{Dated}|{Cookies}|{Counters}|{Links}|{Navigation})[.!]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Pattern.Limit)]
    private static partial Regex Whole();

    [GeneratedRegex($"^(?:{Links}):?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex Opening();
}

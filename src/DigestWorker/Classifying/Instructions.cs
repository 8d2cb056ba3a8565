using System.Buffers;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Classifying;

/// <summary>Counts sentences that tell the reader what to do: "Record what was said.", "Never look at the image.", "Don't ask leading questions."</summary>
internal static partial class Instructions
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?:;");

    public static int CountUpTo(int most, IEnumerable<Passage> passages)
    {
        var count = 0;
        foreach (var passage in passages)
        {
            count += CountUpTo(most - count, passage.Text);
            if (count == most)
            {
                break;
            }
        }

        return count;
    }

    private static int CountUpTo(int most, ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var rest = text; count < most && !rest.IsEmpty;)
        {
            count += Instruction().IsMatch(rest.TrimStart("- \"'\u201C\u2018")) ? 1 : 0;
            rest = rest.IndexOfAny(Ends) is var end and >= 0 ? rest[(end + 1)..] : [];
        }

        return count;
    }

    // Not those that bring readers to the outlet itself: see, visit, call, contact, book, sign up, join, follow.
    [GeneratedRegex("""
        ^(?:act|add|agree|always|arrange|ask|assess|assume|avoid|be[ ](?:alert|aware|careful|clear|curious|honest|open|prepared|ready)|challenge|check|choose|complete|consider|decide|describe|discuss
        |do[ ]not|don[’']t|encourage|ensure|escalate|establish|explain|explore|gather|identify|include|inform|involve|keep|leave|listen|look|make|monitor|name|never|note|notify|obtain|offer
        |plan|preserve|record|refer|remember|remind|remove|report|respond|review|save|screenshot|seek|send|set|show|sit|speak|stay|stop|store|take|talk|teach|tell|test|think|train|treat|try
        |update|use|wait|warn|watch|work|write)\b(?!')
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, Pattern.Limit)]
    private static partial Regex Instruction();
}

using System.Text.RegularExpressions;

namespace DigestWorker.Composing.Wording;

/// <summary>Tells words that may show on a lock screen from those that must not.</summary>
internal static partial class NeutralWords
{
    public static bool Are(string words) => !Sensitive().IsMatch(words);

    [GeneratedRegex(
        @"sex|rape|abus|groom|porn|imagery|murder|kill|homicid|suicid|self-harm|self harm|p(a)?edophil|incest|violen|assault|exploit|" +
        @"traffick|slave|mutilat|fgm|neglect|stalk|\bdie[ds]?\b|\bdead\b|death",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sensitive();
}

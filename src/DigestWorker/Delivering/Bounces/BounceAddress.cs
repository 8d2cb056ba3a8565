using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Delivering.Bounces;

/// <summary>
/// The sender on the envelope of one delivery, <c>bounce+TOKEN@example.org</c>: whatever comes back to it is about that delivery,
/// and no text has to be trusted.
/// </summary>
internal static partial class BounceAddress
{
    private const int MostTokens = 20;

    // Whichever of them the mail server writes.
    private static readonly string[] RecipientFields = ["Delivered-To", "X-Original-To", "Envelope-To", "To"];

    public static string Of(string mailbox, string token) => mailbox.Replace("@", $"+{token}@", StringComparison.Ordinal);

    /// <summary>The tokens of the addresses that the mail itself went to.</summary>
    public static IReadOnlyList<string> TokensOf(MailHeaders headers) => Tokens(RecipientFields.SelectMany(headers.All));

    /// <summary>Mail servers may change the case of an address; tokens are in lower case.</summary>
    public static IReadOnlyList<string> Tokens(IEnumerable<string> addresses) =>
        [.. addresses.SelectMany(address => Token().Matches(address)).Select(match => match.Groups["token"].Value.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal).Take(MostTokens)];

    [GeneratedRegex(@"\+(?<token>[0-9a-f]{32})@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Token();
}

using System.Globalization;
using System.Text.RegularExpressions;
using DigestWorker.Domain;

namespace DigestWorker.Delivering.Bounces;

/// <summary>An enhanced status code (RFC 3463) and what it says of a mailbox, told by a report or by a reply.</summary>
internal sealed partial record StatusCode(int Class, int Subject, int Detail)
{
    /// <summary>What a report means that a delivery has failed.</summary>
    public BounceKind InReport => this switch
    {
        { Class: not 5 } => BounceKind.Soft,
        _ when IsFull || IsExpired => BounceKind.Soft,
        _ when IsAboutTheMail => BounceKind.Refused,
        _ => BounceKind.Hard,
    };

    /// <summary>What a refusal of the recipient means; servers refuse for many reasons, so only plain words count against the mailbox.</summary>
    public BounceKind AtRecipient => IsGone ? BounceKind.Hard : IsFull ? BounceKind.Soft : BounceKind.Refused;

    /// <returns>The first code in the text.</returns>
    public static StatusCode? Find(string? text) => text is null ? null : Of(Anywhere().Match(text));

    /// <returns>The code that follows the three digits of an SMTP reply (RFC 2034).</returns>
    public static StatusCode? OfReply(string reply) => Of(AfterReplyCode().Match(reply));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    // No such mailbox, no such host, not an address, moved away, null mail exchanger, disabled.
    private bool IsGone => (Class, Subject, Detail) is (5, 1, 1 or 2 or 3 or 6 or 10) or (5, 2, 1);

    private bool IsFull => (Class, Subject, Detail) is (5, 2, 2);

    private bool IsExpired => (Class, Subject, Detail) is (5, 4, 7);

    // Our own address, the length, the mail system, the protocol, the content, policy: a block list must not cost us our readers.
    private bool IsAboutTheMail => (Subject, Detail) is (1, 7 or 8) or (2, 3) or (3 or 5 or 6 or 7, _);

    private static StatusCode? Of(Match match) => match.Success ? new StatusCode(Number(match, "class"), Number(match, "subject"), Number(match, "detail")) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d.])(?<class>[245])\.(?<subject>[0-9]{1,3})\.(?<detail>[0-9]{1,3})(?!\.?[0-9])", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"^[45][0-9]{2}[ -](?<class>[45])\.(?<subject>[0-9]{1,3})\.(?<detail>[0-9]{1,3})(?![\d.])", RegexOptions.CultureInvariant, Pattern.Limit)]
    private static partial Regex AfterReplyCode();
}

namespace DigestWorker.Domain;

/// <summary>What subscribers with the same selection share: everything of the mail but the person's own lines.</summary>
/// <param name="Hash">SHA-256 over the rest; equal profiles of one edition are stored once.</param>
/// <param name="PublicUrl">Under which address the reader's own pages are; null where there are none.</param>
public sealed record Profile(byte[] Hash, string Sender, string ReplyTo, string Subject, string Text, string Html, string? PublicUrl)
{
    /// <summary>True where the mail goes without its HTML part; the page in a browser has it all the same.</summary>
    public bool TextOnly { get; init; }
}

/// <summary>A release as a digest holds it; a substantive revision makes it another version.</summary>
public sealed record SentRelease(long ReleaseId, int Version);

/// <summary>One subscriber's digest, composed and ready to be kept and sent.</summary>
/// <param name="Why">The person's own lines: who added them, as what, since when.</param>
/// <param name="Releases">In the order of the digest.</param>
public sealed record ComposedFor(
    Subscriber Subscriber,
    DigestWindow Window,
    Profile Profile,
    string Why,
    IReadOnlyList<SentRelease> Releases,
    string MessageId)
{
    /// <summary>Told apart from other text in the first digest of somebody whom a team added; empty otherwise.</summary>
    public string Notice { get; init; } = "";

    /// <summary>What composing took for sent, and so left out: an earlier digest that holds some of it is not covered by this one.</summary>
    public required IReadOnlySet<SentRelease> Sent { get; init; }
}

/// <summary>A delivery with all that its message is made of.</summary>
public sealed record DueDelivery(
    long Id,
    long DigestId,
    long ProfileId,
    string Recipient,
    string? RecipientName,
    string MessageId,
    DateTimeOffset ComposedAt,
    string Why,
    string Token,
    int Attempts)
{
    /// <summary>Stands in the envelope's sender, so that what comes back is known by it; empty for one that was composed without.</summary>
    public string BounceToken { get; init; } = "";

    /// <summary>As <see cref="ComposedFor.Notice"/>.</summary>
    public string Notice { get; init; } = "";

    /// <summary>A server may have it already.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>How often a server had all of it, and its answer was lost.</summary>
    public int Doubts { get; init; }

    /// <summary>Where the mailbox is, in lower case.</summary>
    public string Domain => EmailAddress.DomainOf(Recipient);
}

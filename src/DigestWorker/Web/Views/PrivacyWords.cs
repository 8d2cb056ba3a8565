using DigestWorker.Composing;
using DigestWorker.Settings;

namespace DigestWorker.Web.Views;

/// <summary>What is held of people, why and for how long (UK GDPR articles 13 to 15 and 21), in the words that pages show and the record of consent keeps.</summary>
internal sealed class PrivacyWords(DigestWords words, DigestSettings settings)
{
    public IReadOnlyList<string> Joining =>
    [
        .. Held,
        "We use it to send you this digest, because you ask for it. You can take that back at any time: each digest has a link that stops it.",
        $"Questions? Reply to any digest. The sender is {words.Sender}",
    ];

    /// <summary>For everybody, however they came to get the digest.</summary>
    public IReadOnlyList<string> Page =>
    [
        .. Held,
        "If you subscribed yourself, we use it to send you the digest because you asked for it; the lawful basis is your consent. If your organisation or the sender of the digest added you, it is used to keep you informed about safeguarding; the lawful basis is legitimate interests. Whoever added you may have given us your name too. The end of each digest says who it was.",
        "You can ask to see, correct or erase what we hold, and you can object at any time. Use the links at the end of each digest, or reply to it.",
        "You can also complain to the Information Commissioner's Office (ico.org.uk).",
        "These pages set no cookies. Digests hold no pictures, and their links lead straight to the sources.",
        $"The sender is {words.Sender}",
    ];

    public IReadOnlyList<string> Held =>
    [
        "We hold your email address, your roles and areas, what you choose on your own page, and which digests were sent to you. We never note what you open or click, and pass nothing on.",
        $"It is kept while you get the digest; what was sent to you is kept for {settings.Storage.Retention.DeliveryMonths} months. {settings.Storage.Retention.SubscriberMonths} months after you stop, all that stays is a scrambled fingerprint of your address, so that nobody can subscribe you again.",
    ];
}

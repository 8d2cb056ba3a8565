using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>For how long what is held about people is kept. Housekeeping takes the rest away once a day.</summary>
internal sealed record RetentionSettings
{
    /// <summary>Who was sent which edition, when, and what the mail server said. An edition's counts stay.</summary>
    [Range(3, 120)]
    public int DeliveryMonths { get; init; } = 13;

    /// <summary>The text of a mail after its last try. The page that a mail links to shows it for as long.</summary>
    [Range(8, 366)]
    public int MailDays { get; init; } = 35;

    /// <summary>Mails that came back, in the folder of those that were read.</summary>
    [Range(7, 366)]
    public int BounceDays { get; init; } = 30;

    /// <summary>Askings for the digest, confirmed or not, and the mails about them.</summary>
    [Range(7, 60)]
    public int ConfirmationDays { get; init; } = 7;

    /// <summary>Whoever is not subscribed any more; of whoever objected a keyed hash of the address stays.</summary>
    [Range(1, 120)]
    public int SubscriberMonths { get; init; } = 13;
}

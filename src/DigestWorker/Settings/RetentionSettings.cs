using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace DigestWorker.Settings;

/// <summary>For how long what is held about people is kept. Housekeeping takes the rest away once a day.</summary>
internal sealed record RetentionSettings
{
    [Description("For so many months it is kept who was sent which edition, when, and what the mail server said. An edition's counts stay.")]
    [Range(3, 120)]
    public int DeliveryMonths { get; init; } = 13;

    [Description("For so many days after its last try the text of a mail is kept. The page that a mail links to shows it for as long.")]
    [Range(8, 366)]
    public int MailDays { get; init; } = 35;

    [Description("For so many days mails that came back are kept in the folder of those that were read.")]
    [Range(7, 366)]
    public int BounceDays { get; init; } = 30;

    [Description("For so many days askings for the digest, confirmed or not, and the mails about them are kept.")]
    [Range(7, 60)]
    public int ConfirmationDays { get; init; } = 7;

    [Description("For so many months whoever is not subscribed any more is kept; of whoever objected a keyed hash of the address stays.")]
    [Range(1, 120)]
    public int SubscriberMonths { get; init; } = 13;
}

using System.Net.Mail;
using DigestWorker.Composing;
using DigestWorker.Delivering;
using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Pipeline;

/// <summary>Shows what somebody new with one role would get, by the same steps that publish, and touches nothing.</summary>
internal sealed class PreviewDigest(DigestSettings settings, OpenEdition open, Editions editions, TimeProvider time)
{
    // Opens nothing: a preview may be passed on.
    private const string NoToken = "preview";

    private static readonly HashSet<SentRelease> NothingSent = [];

    /// <summary>Somebody with one role who never had a digest.</summary>
    public static Unserved Newcomer(Role role, DateTimeOffset cutOff) => new(
        new Subscriber(0, "preview@example.org", null, [role.Id], [], [], SubscriberState.Active, cutOff),
        new DigestWindow(cutOff - DigestWindow.FirstLookBack, cutOff, First: true),
        IsNew: true);

    /// <returns>Null when there is nothing new for the role.</returns>
    public Preview? Run(Role role, EditionWeek week)
    {
        var to = editions.FindOrForesee(week, time.GetUtcNow()).CutOff;
        var (reader, window, _) = Newcomer(role, to);
        var own = new OwnLines(PersonalLines.Why(reader), "", NoToken);
        return open.Run(week, window.From, window.To).Compose(reader, (window, QuietWeeks.None), NothingSent) is { } composed
            ? new Preview(
                composed.Profile.Subject,
                PersonalLines.FillText(composed.Profile.Text, own),
                PersonalLines.FillHtml(composed.Profile.Html, own))
            : null;
    }

    public Role? Find(string id) => settings.Roles.FirstOrDefault(role => role.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}

internal sealed record Preview(string Subject, string Text, string Html)
{
    /// <summary>As a file that a mail program opens; it goes to nobody.</summary>
    public byte[] Message(DeliverySettings delivery, DateTimeOffset at) => MimeWriter.Write(new OutgoingMessage
    {
        From = new MailAddress(delivery.From),
        To = new MailAddress("preview@example.org"),
        ReplyTo = new MailAddress(delivery.ReplyTo ?? delivery.From),
        Subject = Subject,
        Date = at,
        MessageId = "preview@example.org",
        Text = Text,
        Html = MailText.Of(Html),
    });

    /// <summary>As a mail program in its dark colours shows it, whatever this machine prefers.</summary>
    public string InDarkColours => Html.Replace("@media (prefers-color-scheme:dark)", "@media all", StringComparison.Ordinal);
}

using DigestWorker.Settings;
using DigestWorker.Settings.Checking;

namespace DigestWorker.Tests.Settings;

public sealed class ImapSettingsTests
{
    private static readonly ImapSettings Whole = new() { Host = "imap.example.org", User = "bounces", Password = "secret" };

    [Fact]
    public void A_whole_mailbox_is_accepted_by_a_build_that_can_fetch_it() =>
        Assert.Empty(Mistakes(Whole, canFetch: true));

    [Fact]
    public void A_build_that_cannot_fetch_says_what_to_do() =>
        Assert.Contains("-p:MailTransport=MailKit", Assert.Single(Mistakes(Whole, canFetch: false)), StringComparison.Ordinal);

    [Fact]
    public void Whatever_is_missing_is_asked_for_by_its_path()
    {
        Assert.Contains("BounceImap:Host", Assert.Single(Mistakes(new ImapSettings { User = "bounces" }, canFetch: true)), StringComparison.Ordinal);
        Assert.Equal(2, Mistakes(new ImapSettings { Host = "imap.example.org" }, canFetch: true).Count);
    }

    [Fact]
    public void A_mailbox_across_the_network_is_never_opened_unprotected() =>
        Assert.Contains("unprotected", Assert.Single(Mistakes(
            new ImapSettings { Host = "imap.example.org", User = "bounces", Password = "secret", Security = SmtpSecurity.None }, canFetch: true)), StringComparison.Ordinal);

    [Fact]
    public void One_mailbox_is_enough() =>
        Assert.Contains("keep one", Assert.Single(Mistakes(Whole, canFetch: true, maildir: "bounces")), StringComparison.Ordinal);

    private static IReadOnlyList<string> Mistakes(ImapSettings imap, bool canFetch, string? maildir = null) =>
        [.. ImapCheck.Of(new DeliverySettings { BounceImap = imap, BounceMaildir = maildir }, canFetch).Select(mistake => mistake.ToString())];
}

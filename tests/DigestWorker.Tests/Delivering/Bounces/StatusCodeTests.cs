using DigestWorker.Delivering.Bounces;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Delivering.Bounces;

public sealed class StatusCodeTests
{
    [Theory]
    [InlineData("550 5.1.1 (address) User unknown", "5.1.1", BounceKind.Hard)]
    [InlineData("550 5.1.2 Host unknown", "5.1.2", BounceKind.Hard)]
    [InlineData("553 5.1.3 Bad address syntax", "5.1.3", BounceKind.Hard)]
    [InlineData("551 5.1.6 Moved", "5.1.6", BounceKind.Hard)]
    [InlineData("550-5.1.10 Recipient not found", "5.1.10", BounceKind.Hard)]
    [InlineData("550 5.2.1 Disabled", "5.2.1", BounceKind.Hard)]
    [InlineData("552 5.2.2 Mailbox full", "5.2.2", BounceKind.Soft)]
    [InlineData("550 5.7.1 Client host is on a block list", "5.7.1", BounceKind.Refused)]
    [InlineData("550 5.7.515 Does not meet the required level of authentication", "5.7.515", BounceKind.Refused)]
    [InlineData("554 5.7.1 Message looks like spam", "5.7.1", BounceKind.Refused)]
    [InlineData("550 5.1.0 Rejected", "5.1.0", BounceKind.Refused)]
    [InlineData("553 5.1.8 Sender's domain does not exist", "5.1.8", BounceKind.Refused)]
    [InlineData("550 5.4.1 Access denied", "5.4.1", BounceKind.Refused)]
    public void A_refused_recipient_counts_against_the_mailbox_only_in_plain_words(string reply, string code, BounceKind kind)
    {
        var found = StatusCode.OfReply(reply);

        Assert.Equal((code, kind), (found?.ToString(), found?.AtRecipient));
    }

    [Theory]
    [InlineData("550 No such user")]
    [InlineData("550 User 5.1.1 unknown")]
    [InlineData("550 5.1.1.2 is not welcome")]
    [InlineData("The address is not one that mail can be sent to.")]
    [InlineData("")]
    public void A_reply_without_a_code_in_its_place_says_nothing(string reply) => Assert.Null(StatusCode.OfReply(reply));

    [Theory]
    [InlineData("5.1.1", BounceKind.Hard)]
    [InlineData("5.0.0", BounceKind.Hard)]
    [InlineData("5.4.4", BounceKind.Hard)]
    [InlineData("5.2.2 (mailbox full)", BounceKind.Soft)]
    [InlineData("5.4.7", BounceKind.Soft)]
    [InlineData("4.2.2", BounceKind.Soft)]
    [InlineData("5.7.1", BounceKind.Refused)]
    [InlineData("5.2.3", BounceKind.Refused)]
    [InlineData("5.3.4", BounceKind.Refused)]
    [InlineData("5.6.0", BounceKind.Refused)]
    public void In_a_report_a_failure_for_good_is_hard_unless_it_is_about_the_mail(string status, BounceKind kind) =>
        Assert.Equal(kind, StatusCode.Find(status)?.InReport);

    [Theory]
    [InlineData("smtp; 550-5.1.1 The account does not exist", "5.1.1")]
    [InlineData("smtp; 550 refused by 10.5.1.1", null)]
    [InlineData("smtp; 550 refused by 5.1.1.9", null)]
    [InlineData("smtp; version 5.1.1234", null)]
    [InlineData(null, null)]
    public void A_code_is_found_in_words_and_an_internet_address_is_none(string? text, string? code) =>
        Assert.Equal(code, StatusCode.Find(text)?.ToString());
}

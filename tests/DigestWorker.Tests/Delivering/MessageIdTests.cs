using DigestWorker.Delivering;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Delivering;

public sealed class MessageIdTests
{
    private static readonly EditionWeek Week = new(2026, 47);

    [Fact]
    public void Every_try_has_the_same_id() =>
        Assert.Equal("2026-W47-efa201a325995d192c04eb81cd199724@example.org", MessageId.For(Week, "17", "example.org"));

    [Fact]
    public void Another_edition_or_subscriber_has_another()
    {
        var id = MessageId.For(Week, "17", "example.org");

        Assert.NotEqual(id, MessageId.For(new EditionWeek(2026, 48), "17", "example.org"));
        Assert.NotEqual(id, MessageId.For(Week, "18", "example.org"));
    }

    [Theory]
    [InlineData("schule.example.org", "@schule.example.org")]
    [InlineData("Schöne-Schule.example.org", "@xn--schne-schule-6ib.example.org")]
    [InlineData("not a domain\r\n", "@localhost.localdomain")]
    public void The_domain_is_the_senders_in_ASCII(string domain, string end) =>
        Assert.EndsWith(end, MessageId.For(Week, "17", domain), StringComparison.Ordinal);

    [Fact]
    public void Ids_that_differ_have_files_that_differ()
    {
        string[] ids = ["a/b@example.org", "a_b@example.org", "a\\b@example.org", "@example.org", "", $"{new string('x', 200)}@example.org", $"{new string('x', 201)}@example.org"];

        Assert.Equal(ids.Length, ids.Select(MessageId.FileName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}

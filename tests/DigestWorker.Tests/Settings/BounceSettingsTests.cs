namespace DigestWorker.Tests.Settings;

public sealed class BounceSettingsTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    [Theory]
    [InlineData("bounce@example.org")]
    [InlineData("bounce@digest.example.org")]
    [InlineData("bounce@Mail.Digest.Example.ORG")]
    public void An_address_of_the_senders_family_is_taken_and_the_mailbox_counts_from_the_file(string address)
    {
        var settings = _folder.Accept($$"""
            { "Delivery": { "From": "Digest <digest@digest.example.org>", "BounceAddress": "{{address}}", "BounceMaildir": "bounces" } }
            """);

        Assert.Equal((address, Path.Combine(_folder.Folder, "bounces")), (settings.Delivery.BounceAddress, settings.Delivery.BounceMaildir));
    }

    [Theory]
    [InlineData("bounce", "write an address such as \"bounce@example.org\"")]
    [InlineData("Bounces <bounce@example.org>", "write an address such as \"bounce@example.org\"")]
    [InlineData("bounce+x@example.org", "write it without +; each delivery adds + and a token of its own")]
    [InlineData("a-mailbox-with-a-very-long-name-x@example.org", "write at most 31 characters before the @; each delivery adds a token of its own")]
    [InlineData("bounce@example.invalid", "receivers check it together with the sender; write an address at example.org or at a domain above or below it")]
    [InlineData("bounce@another-example.org", "receivers check it together with the sender; write an address at example.org or at a domain above or below it")]
    public void Another_address_is_told(string address, string advice) => Assert.Equal(
        [$"Delivery:BounceAddress: \"{address}\" stands here; {advice}"],
        _folder.Refuse($$"""{ "Delivery": { "From": "digest@example.org", "BounceAddress": "{{address}}" } }"""));

    [Fact]
    public void A_mailbox_without_the_address_that_leads_to_it_is_told() => Assert.Equal(
        ["Delivery:BounceAddress: is missing; write the address whose mail lands in that mailbox, such as \"bounce@example.org\", or leave BounceMaildir and BounceImap out too"],
        _folder.Refuse("""{ "Delivery": { "BounceMaildir": "bounces" } }"""));

    [Fact]
    public void Without_them_nothing_is_set()
    {
        var delivery = _folder.Accept("{}").Delivery;

        Assert.Equal((null, null), (delivery.BounceAddress, delivery.BounceMaildir));
    }

    public void Dispose() => _folder.Dispose();
}

using System.Security.Cryptography;
using DigestWorker.Delivering.Dkim;
using DigestWorker.Delivering.NameService;
using DigestWorker.Pipeline.Status;
using DigestWorker.Settings;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Status;

/// <summary>What the sender's domain lacks, in words, from a name server of the test's own.</summary>
public sealed class CheckDnsTests : IAsyncLifetime
{
    private const string Domain = "mail.board.org.uk";

    private readonly NameServer _server = new();
    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
    private readonly RSA _key = RSA.Create(2048);

    [Fact]
    public async Task A_domain_with_all_three_records_is_good()
    {
        _server.Holds(Domain, "google-verification=1", "v=spf1 include:relay.example.net -all")
            .Holds($"digest._domainkey.{Domain}", DkimRecord.Of(_key, "digest", Domain).Value.Replace("p=", "p= ", StringComparison.Ordinal))
            .Holds("_dmarc.board.org.uk", "v=DMARC1; p=reject");

        var results = await RunAsync();

        Assert.All(results, result => Assert.True(result.IsGood, result.Words));
        Assert.Equal(["SPF", "DKIM", "DMARC"], results.Select(result => result.Name));
        Assert.Contains("_dmarc.board.org.uk says that what fails is to be refused", results[2].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_without_any_is_told_what_each_is_for()
    {
        var results = await RunAsync();

        Assert.All(results, result => Assert.False(result.IsGood));
        Assert.Contains("has no SPF record", results[0].Words, StringComparison.Ordinal);
        Assert.Contains("'dkim record' prints", results[1].Words, StringComparison.Ordinal);
        Assert.Contains($"There is no record _dmarc.{Domain}", results[2].Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v=spf1 +all", "lets everybody send")]
    [InlineData("v=spf1 all", "lets everybody send")]
    [InlineData("v=spf1 -all|v=spf1 a -all", "more than one SPF record")]
    public async Task An_spf_record_that_protects_nobody_is_told(string records, string words)
    {
        _server.Holds(Domain, records.Split('|'));

        Assert.Contains(words, (await RunAsync())[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_than_ours_is_told()
    {
        using var other = RSA.Create(2048);
        _server.Holds($"digest._domainkey.{Domain}", DkimRecord.Of(other, "digest", Domain).Value);

        Assert.Contains("holds another key than ours", (await RunAsync())[1].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_name_server_answers_that_is_said()
    {
        var results = await new CheckDns(Settings($"digest@{Domain}"), new TxtLookup([])).RunAsync(TestContext.Current.CancellationToken);

        Assert.All(results, result => Assert.Contains("No name server", result.Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_asked_about_a_domain_that_is_nobodys() =>
        Assert.Equal("Sender", Assert.Single(await new CheckDns(Settings("digest@localhost.localdomain"), new TxtLookup([])).RunAsync(TestContext.Current.CancellationToken)).Name);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _key.Dispose();
        _newsroom.Dispose();
        await _server.DisposeAsync();
    }

    private Task<IReadOnlyList<CheckResult>> RunAsync() =>
        new CheckDns(Settings($"Digest <digest@{Domain}>"), new TxtLookup([_server.Address])).RunAsync(TestContext.Current.CancellationToken);

    private DigestSettings Settings(string from) => _newsroom.Services.GetRequiredService<DigestSettings>() with
    {
        Delivery = new DeliverySettings { From = from, Dkim = new DkimSettings { Selector = "digest", Key = _key.ExportPkcs8PrivateKeyPem() } },
    };
}

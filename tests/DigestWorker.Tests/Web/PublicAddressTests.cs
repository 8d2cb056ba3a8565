using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using DigestWorker.Delivering;
using DigestWorker.Delivering.Smtp;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Web;

/// <summary>What the admin hears of the public address before any mail links to it.</summary>
public sealed class PublicAddressTests : PageTests
{
    [Fact]
    public async Task The_service_of_this_installation_is_known_by_its_keys()
    {
        var answer = await ProbeAsync(Address, Get<KeyRing>());

        Assert.Equal(new ProbeAnswer(true, $"{Address} leads to this service."), answer);
    }

    [Fact]
    public async Task Before_there_are_keys_whoever_answers_as_the_service_does_is_believed() =>
        Assert.True((await ProbeAsync(Address, keys: null)).IsGood);

    [Fact]
    public async Task The_service_of_another_installation_is_told()
    {
        var answer = await ProbeAsync(Address, KeyRing.New());

        Assert.False(answer.IsGood);
        Assert.Contains("leads to another installation of this program", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "<html>Welcome to our school, where a page is long</html>", "answers, but not as this service: correct Web:PublicUrl, or let the proxy pass /u/, /p/")]
    [InlineData(200, "", "answers, but not as this service")]
    [InlineData(200, null, "answers, but not as this service")]
    [InlineData(404, "", "answers with 404, but not as this service")]
    [InlineData(401, "", "lets nobody in (401): readers open links of mails without a log-in")]
    [InlineData(302, "", "sends on to https://www.example.org/: write where the pages are as Web:PublicUrl")]
    [InlineData(502, "", "its proxy does not reach the service (502): let it pass on to ")]
    public async Task Another_site_or_a_proxy_that_leads_elsewhere_is_told(int status, string? body, string words)
    {
        await using var site = await SiteAsync(status, body ?? new string('a', 2_000_000));

        var answer = await ProbeAsync(new Uri(site.Urls.First()), Get<KeyRing>());

        Assert.False(answer.IsGood);
        Assert.Contains(words, answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_before_a_service_that_does_not_run_yet_is_good_enough()
    {
        await using var site = await SiteAsync(502, "");

        var answer = await ProbeAsync(new Uri(site.Urls.First()), Get<KeyRing>(), listen: $"http://127.0.0.1:{Ports.Free()}");

        Assert.True(answer.IsGood);
        Assert.Contains("the service does not run yet; check again once it does", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", "nobody whom this machine trusts has signed its certificate")]
    [InlineData("127.0.0.1", "its certificate is for localhost, not for 127.0.0.1; write the name of the certificate as Web:PublicUrl")]
    public async Task A_certificate_that_is_not_right_is_told(string host, string words)
    {
        await using var site = await SiteAsync(502, "", SmtpSink.Certificate);

        var answer = await ProbeAsync(At(site, host), Get<KeyRing>());

        Assert.False(answer.IsGood);
        Assert.Contains(words, answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_ends_soon_is_told()
    {
        await using var site = await SiteAsync(200, nonce => Encoded(Get<KeyRing>().Sign(PageProbe.Purpose, nonce)), SmtpSink.Certificate);

        var answer = await ProbeAsync(At(site, "localhost"), Get<KeyRing>(), trust: SmtpSink.Trust, daysAhead: 25);

        Assert.False(answer.IsGood);
        Assert.Contains("leads to this service. Its certificate ends: have it renewed", answer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}", "refuses connections: start the proxy that speaks https there")]
    [InlineData("https://no-such-name.invalid:{0}", "No name server of this machine knows no-such-name.invalid; correct Web:PublicUrl")]
    public async Task An_address_where_nobody_is_is_told(string form, string words)
    {
        var answer = await ProbeAsync(new Uri(string.Format(null, form, Ports.Free())), Get<KeyRing>());

        Assert.False(answer.IsGood);
        Assert.Contains(words, answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_speaks_no_https_is_told()
    {
        await using var site = await SiteAsync(200, "");

        var answer = await ProbeAsync(new Uri(site.Urls.First().Replace("http:", "https:", StringComparison.Ordinal)), Get<KeyRing>());

        Assert.Contains("does not speak https as it should", answer.Words, StringComparison.Ordinal);
    }

    private async Task<ProbeAnswer> ProbeAsync(Uri address, KeyRing? keys, string? listen = null, RemoteCertificateValidationCallback? trust = null, int daysAhead = 0)
    {
        var clock = new ManualClock(TimeProvider.System.GetUtcNow().AddDays(daysAhead));
        using var probe = new PageProbe(address, keys, listen ?? Address.AbsoluteUri, clock, trust);
        return await probe.RunAsync(TestContext.Current.CancellationToken);
    }

    private static Uri At(WebApplication site, string host) => new UriBuilder(site.Urls.First()) { Host = host }.Uri;

    private static string Encoded(byte[] signature) => System.Buffers.Text.Base64Url.EncodeToString(signature);

    private static Task<WebApplication> SiteAsync(int status, string body, X509Certificate2? certificate = null) => SiteAsync(status, _ => body, certificate);

    /// <summary>Whatever stands at the public address.</summary>
    private static async Task<WebApplication> SiteAsync(int status, Func<string, string> body, X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listening =>
        {
            listening.Protocols = HttpProtocols.Http1;
            if (certificate is not null)
            {
                listening.UseHttps(certificate);
            }
        }));
        if (certificate is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        var site = builder.Build();
        site.Run(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = status == 302 ? "https://www.example.org/" : default;
            return context.Response.WriteAsync(status == 302 ? "" : body(context.Request.Path.Value!.Split('/')[^1]));
        });
        await site.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }
}

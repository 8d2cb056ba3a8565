using System.Net;
using System.Threading.RateLimiting;
using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace DigestWorker.Web;

/// <summary>How often pages are asked for. Stopping has no limit: mail providers pass on many clicks from few addresses.</summary>
internal static class RateLimits
{
    /// <summary>Whatever makes a mail go out.</summary>
    public const string Mailing = "mailing";

    /// <summary>Whatever is looked at or saved.</summary>
    public const string Reading = "reading";

    /// <summary>Whatever goes through all releases of some weeks.</summary>
    public const string Selecting = "selecting";

    private const int MailsAndClient = 60, ReadsAndClient = 300, SelectsAndClient = 20;

    private static readonly TimeSpan MailSpan = TimeSpan.FromHours(1), ReadSpan = TimeSpan.FromMinutes(1);

    public static void AddTo(IServiceCollection services, Pages pages) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(Reading, context => Window(ClientOf(context), ReadsAndClient, ReadSpan));
        options.AddPolicy(Selecting, context => Window(ClientOf(context), SelectsAndClient, ReadSpan));
        options.AddPolicy(Mailing, context => Window(ClientOf(context), MailsAndClient, MailSpan));
        options.OnRejected = async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "600";
            await pages.Say(
                "Too many requests",
                new MessageView("There were too many requests in a short time. Please try again later."),
                StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
        };
    });

    private static RateLimitPartition<string> Window(string client, int most, TimeSpan span) =>
        RateLimitPartition.GetFixedWindowLimiter(client, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = span, QueueLimit = 0 });

    private static string ClientOf(HttpContext context) => context.Connection.RemoteIpAddress is { } address ? Network(address) : "";

    // The second half of an IPv6 address is its owner's to choose.
    private static string Network(IPAddress address) => (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes() switch
    {
        { Length: 16 } bytes => Convert.ToHexString(bytes.AsSpan(0, 8)),
        var bytes => Convert.ToHexString(bytes),
    };
}

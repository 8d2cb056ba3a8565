using System.Security.Cryptography;
using System.Text;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Status;
using DigestWorker.Settings;
using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Web;

/// <summary>
/// How the service is, for its admin: to the machine itself on a port of its own, elsewhere only with the token as a password (RFC 7617).
/// </summary>
internal sealed class StatusPages(Pages pages, ReadStatus status, CheckDns dns, PreviewDigest previews, DigestSettings settings, Gate gate, TimeProvider time)
{
    public void Map(WebApplication application)
    {
        var routes = application.MapGroup("/status").RequireRateLimiting(RateLimits.Reading).AddEndpointFilter(async (context, next) =>
            MaySee(context.HttpContext) ? await next(context) : Refuse(context.HttpContext));
        routes.MapGet("", (CancellationToken cancellationToken) => ShowAsync(cancellationToken));
        routes.MapGet("/preview/{role}.{form}", (string role, string form) => Preview(role, form));
    }

    private async Task<IResult> ShowAsync(CancellationToken cancellationToken) =>
        pages.Show("status", "Status", StatusView.Of(status.Run().And(await dns.RunAsync(cancellationToken)), settings));

    private bool MaySee(HttpContext context) =>
        context.Connection.LocalPort == gate.StatusPort
        || (settings.Web.StatusToken is { } token && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), SHA256.HashData(Given(context))));

    private static byte[] Given(HttpContext context)
    {
        const string basic = "Basic ";
        var header = context.Request.Headers.Authorization.ToString();
        var bytes = new byte[header.Length];
        return header.StartsWith(basic, StringComparison.OrdinalIgnoreCase) && Convert.TryFromBase64String(header[basic.Length..], bytes, out var length)
            ? bytes.AsSpan(0, length)[(bytes.AsSpan(0, length).IndexOf((byte)':') + 1)..].ToArray()
            : [];
    }

    private IResult Refuse(HttpContext context)
    {
        if (settings.Web.StatusToken is null)
        {
            return pages.NotFound();
        }

        context.Response.Headers.WWWAuthenticate = "Basic realm=\"status\", charset=\"UTF-8\"";
        return pages.Say("For the admin", new MessageView("This page takes the token of Web:StatusToken as its password."), StatusCodes.Status401Unauthorized);
    }

    private IResult Preview(string id, string form)
    {
        if (previews.Find(id) is not { } role || form is not ("html" or "txt" or "eml"))
        {
            return pages.NotFound();
        }

        return previews.Run(role, EditionWeek.LastComplete(time.GetUtcNow())) is not { } preview
            ? pages.Say("Nothing new", new MessageView($"The edition of the last complete week holds nothing for {role.Name}."))
            : form switch
            {
                "html" => Results.Content(preview.Html, "text/html; charset=utf-8"),
                "txt" => Results.Content(preview.Text, "text/plain; charset=utf-8"),
                _ => Results.File(preview.Message(settings.Delivery, time.GetUtcNow()), "message/rfc822", $"{role.Id}.eml"),
            };
    }
}

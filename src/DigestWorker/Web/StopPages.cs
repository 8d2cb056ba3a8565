using System.Net;
using DigestWorker.Domain;
using DigestWorker.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DigestWorker.Web;

/// <summary>
/// Stopping the digest: looking changes nothing, one POST stops at once and for ever (RFC 8058), a mail program's click and
/// a person's are the same.
/// </summary>
internal sealed class StopPages(Stops stops, TimeProvider time)
{
    private static readonly TimeSpan UndoWithin = TimeSpan.FromMinutes(10);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/u/{token}", ["GET", "HEAD"], (string token) => Ask(token));
        routes.MapPost("/u/{token}", (string token) => Stop(token));
        routes.MapPost("/u/{token}/undo", (string token) => Undo(token));
    }

    private IResult Ask(string token) => stops.Find(token) switch
    {
        null => Page.NotFound(),
        { Subscribed: false } => Page.Of("This digest is stopped", $"<p>{Masked(stops.Find(token)!)} gets no more digests.</p>"),
        var holder => Page.Of("Stop this digest?", $"<p>It goes to {Masked(holder)}. After this, no more are sent to this address, whoever asks for it.</p>{Page.Button(token, "Stop the digest")}"),
    };

    private IResult Stop(string token) => stops.Stop(token, time.GetUtcNow()) is { } holder
        ? Page.Of("Stopped", $"<p>{Masked(holder)} gets no more digests, from this moment on.</p><p>Did not mean to? For 10 minutes you can take it back.</p>{Page.Button($"{token}/undo", "Take it back")}")
        : Page.NotFound();

    private IResult Undo(string token) => stops.Undo(token, time.GetUtcNow(), UndoWithin) switch
    {
        null => Page.NotFound(),
        { Subscribed: true } holder => Page.Of("You get the digest again", $"<p>Nothing has changed for {Masked(holder)}.</p>"),
        var holder => Page.Of("Still stopped", $"<p>{Masked(holder)} was stopped more than 10 minutes ago. To get the digest again, reply to any of its mails.</p>"),
    };

    private static string Masked(LinkHolder holder) => WebUtility.HtmlEncode(EmailAddress.Masked(holder.Email));
}

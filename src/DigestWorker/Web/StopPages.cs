using DigestWorker.Domain;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DigestWorker.Web;

/// <summary>
/// Stopping the digest: looking changes nothing, one POST stops at once and for ever (RFC 8058), a mail program's click and
/// a person's are the same.
/// </summary>
internal sealed class StopPages(Pages pages, Stops stops, WebSettings settings, TimeProvider time)
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
        null => pages.NotFound(),
        { Subscribed: false } holder => pages.Say("This digest is stopped", new MessageView($"{Masked(holder)} gets no more digests.") { Links = Again("../") }),
        var holder => pages.Say("Stop this digest?", new MessageView($"It goes to {Masked(holder)}. After this, no more are sent to this address, whoever asks for it.")
        {
            Button = new ButtonView(token, "Stop the digest"),
            Links = [new LinkView($"../p/{token}", "Change topics or pause instead")],
        }),
    };

    private IResult Stop(string token) => stops.Stop(token, time.GetUtcNow()) is { } holder
        ? pages.Say("Stopped", holder.IsByLink
            ? new MessageView($"{Masked(holder)} gets no more digests, from this moment on.", "Did not mean to? For 10 minutes you can take it back.")
            {
                Button = new ButtonView($"{token}/undo", "Take it back"),
            }
            : new MessageView($"{Masked(holder)} gets no more digests."))
        : pages.NotFound();

    private IResult Undo(string token) => stops.Undo(token, time.GetUtcNow(), UndoWithin) switch
    {
        null => pages.NotFound(),
        { Subscribed: true } holder => pages.Say("You get the digest again", new MessageView($"Nothing has changed for {Masked(holder)}.")),
        { State: not SubscriberState.Unsubscribed } holder => pages.Say(
            "The stop is taken back",
            new MessageView($"{Masked(holder)} gets no digests now, because nobody asks for them any more. Whoever subscribed this address may do so again.")),
        var holder => pages.Say("Still stopped", new MessageView($"{Masked(holder)} gets no more digests. A stop can be taken back for 10 minutes only.") { Links = Again("../../") }),
    };

    private LinkView[] Again(string top) => settings.Joining ? [new LinkView($"{top}subscribe", "Get the digest again")] : [];

    private static string Masked(LinkHolder holder) => EmailAddress.Masked(holder.Email);
}

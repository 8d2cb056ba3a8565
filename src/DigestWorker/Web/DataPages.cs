using DigestWorker.Domain;
using DigestWorker.Pipeline.Mailing;
using DigestWorker.Pipeline.People;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Web;

/// <summary>What people may ask for about their own data: a copy by mail, and to have it deleted.</summary>
internal sealed class DataPages(Pages pages, OwnForms forms, FormToken tokens, Choices choices, CopyLetter copy, ErasePerson erase, WebSettings settings)
{
    public void Map(WebApplication application)
    {
        var routes = application.MapGroup("/p/{token}");
        routes.MapPost("/copy", (HttpContext context, string token) => forms.AnswerAsync(context, (token, $"../{token}"), (chooser, _) => Task.FromResult(Copy(token, chooser))))
            .RequireRateLimiting(RateLimits.Mailing);
        routes.MapMethods("/erase", ["GET", "HEAD"], (string token) => AskErase(token)).RequireRateLimiting(RateLimits.Reading);
        routes.MapPost("/erase", (HttpContext context, string token) => forms.AnswerAsync(context, (token, $"../{token}"), (chooser, _) => EraseAsync(chooser)))
            .RequireRateLimiting(RateLimits.Reading);
    }

    private IResult Copy(string token, Chooser chooser) => pages.Say(
        "A copy of your data",
        new MessageView(copy.Run(chooser.Id, chooser.Email)
            ? $"It is on its way to {EmailAddress.Masked(chooser.Email)}: only that mailbox gets it."
            : "One was sent today. You can ask again tomorrow.")
        { Links = [new LinkView($"../{token}", "Back to your digest")] });

    private IResult AskErase(string token) => choices.Find(token) is { } chooser
        ? pages.Say("Delete all data on this address?", new MessageView(
            $"The digest to {EmailAddress.Masked(chooser.Email)} ends, and all that we hold on it is deleted at once. This cannot be taken back.",
            $"A scrambled fingerprint of the address stays, so that nobody can subscribe it again.{(settings.Joining ? " You yourself can, at any time." : "")}")
        {
            Button = new ButtonView("erase", "Delete my data", tokens.For(token)),
            Links = [new LinkView($"../{token}", "Back to your digest")],
        })
        : pages.NotFound();

    // Whoever has asked for it may leave before it is done.
    private async Task<IResult> EraseAsync(Chooser chooser) => await erase.RunAsync(chooser.Id, CancellationToken.None) switch
    {
        null => pages.Say(
            "Please try again in a few minutes",
            new MessageView("Digests are being sent at this moment. Nothing was changed.") { Links = [new LinkView("erase", "Try again")] },
            StatusCodes.Status503ServiceUnavailable),
        { Faults.Count: > 0 } => pages.Say("Deleted, but for some mails", new MessageView(
            "Your data are deleted from our records, and no more digests are sent to your address.",
            "Copies of some mails that may hold your address could not be deleted at this moment. Please reply to any mail of ours, and we delete them by hand.")),
        { NamedIn.Count: > 0 } => pages.Say("Deleted", new MessageView(
            "Your data are deleted from our records, and no more digests are sent to your address.",
            "Only the sender's own settings still name your address; they bring no digest to it. Please reply to any mail of ours, and we take it out by hand.")),
        _ => pages.Say("Deleted", new MessageView("Your data are deleted, and no more digests are sent to your address.")),
    };
}

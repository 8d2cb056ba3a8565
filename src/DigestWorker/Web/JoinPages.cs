using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Choosing;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Settings;
using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Web;

/// <summary>Joining by oneself: a form, a letter with a link, a page that confirms. The answer is the same whoever's address is given.</summary>
internal sealed class JoinPages(Pages pages, Offer offer, AskToJoin ask, ConfirmJoining confirm, PrivacyWords privacy, WebSettings settings)
{
    public void Map(WebApplication application)
    {
        if (settings.Joining)
        {
            application.MapGet("/subscribe", () => Form(new JoinForm("", [], ""), [])).RequireRateLimiting(RateLimits.Reading);
            application.MapPost("/subscribe", (Delegate)AskAsync).RequireRateLimiting(RateLimits.Mailing);
        }

        application.MapMethods("/confirm/{token}", ["GET", "HEAD"], (string token) => Show(token)).RequireRateLimiting(RateLimits.Reading);
        application.MapPost("/confirm/{token}", (string token) => Confirm(token)).RequireRateLimiting(RateLimits.Reading);
    }

    private async Task<IResult> AskAsync(HttpContext context)
    {
        var sent = await SentForm.ReadAsync(context);
        var form = new JoinForm(sent.Line("email"), sent.All("role"), sent.Line("area"));
        if (Mistakes(form) is { Count: > 0 } mistakes)
        {
            return Form(form, mistakes);
        }

        var asking = new Asking(form.Email, form.Roles, form.Area.Length == 0 ? [] : [form.Area], string.Join('\n', privacy.Joining));
        return ask.Run(asking)
            ? pages.Say("Check your inbox", new MessageView(
                "If the address takes mail, a link to confirm is on its way to it. It works for 7 days.",
                "Nothing there after ten minutes? Look in the spam folder. You can ask once more after an hour."))
            : pages.Say("Please try again later", new MessageView("Unusually many people have asked within the hour."), StatusCodes.Status429TooManyRequests);
    }

    private List<MistakeView> Mistakes(JoinForm form) =>
    [
        .. Cells.IsMailbox(form.Email)
            ? Array.Empty<MistakeView>()
            : [new MistakeView("email", "Write one email address, such as lead@school.example.org")],
        .. form.Roles.Count > 0 && form.Roles.All(offer.HasRole) ? Array.Empty<MistakeView>() : [new MistakeView("role", "Choose at least one role")],
        .. form.Area.Length == 0 || offer.HasArea(form.Area) ? Array.Empty<MistakeView>() : [new MistakeView("area", "Choose an area from the list")],
    ];

    private IResult Form(JoinForm form, List<MistakeView> mistakes) => pages.Show(
        "subscribe",
        mistakes.Count == 0 ? "Get the weekly digest" : "Get the weekly digest: something to put right",
        new JoinView(
            form.Email,
            [.. offer.Roles.Select(role => new OptionView("role", role.Id, SentenceCase.Of(role.Name), form.Roles.Contains(role.Id, StringComparer.Ordinal)))],
            [.. offer.Areas.Select(area => new OptionView("area", area, area, area == form.Area))])
        {
            About = "One email a week for your role: what is new in figures on safeguarding, and what changed in guidance, each thing once, with its source.",
            Privacy = privacy.Joining,
            Mistakes = mistakes,
        },
        mistakes.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private IResult Show(string token) => confirm.Find(token) switch
    {
        null => Expired(),
        { IsUsed: true } => Used(),
        var (asking, _) => pages.Say("Confirm your email address", new MessageView(Wanted(asking))
        {
            Button = new ButtonView(token, "Confirm"),
        }),
    };

    // Somebody else may have filled in the form: whoever confirms sees what for.
    private string Wanted(Asking asking)
    {
        var roles = Listing.Of([.. offer.Roles.Where(role => asking.Roles.Contains(role.Id, StringComparer.Ordinal)).Select(role => role.Name)]);
        return $"{EmailAddress.Masked(asking.Email)} will get the weekly digest for {roles}.{(asking.Areas.Count == 0 ? "" : $" Releases about {Listing.Of(asking.Areas)} come first.")}";
    }

    private IResult Confirm(string token) => confirm.Run(token) is { } page
        ? pages.Say("You get the weekly digest", new MessageView("The first one comes with the next edition. It looks back 4 weeks.")
        {
            Links = [new LinkView($"../p/{page}", "Choose topics, the day and more")],
        })
        : confirm.Find(token) is { IsUsed: true } ? Used() : Expired();

    private IResult Used() => pages.Say("This is confirmed already", new MessageView("The link has done its work; there is nothing more to do."));

    private IResult Expired() => pages.Say(
        "This link opens nothing",
        new MessageView("It may be cut off, or older than 7 days.") { Links = settings.Joining ? [new LinkView("../subscribe", "Ask for a new one")] : [] },
        StatusCodes.Status404NotFound);

    private sealed record JoinForm(string Email, IReadOnlyList<string> Roles, string Area);
}

using System.Globalization;
using DigestWorker.Composing.Wording;
using DigestWorker.Pipeline.Choosing;
using DigestWorker.Storage;
using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Web;

/// <summary>The page on which people choose for themselves, opened by the token of their mails.</summary>
internal sealed class ChoicePages(Pages pages, ChoicesViewBuilder views, OwnForms forms, Offer offer, Choices choices, TimeProvider time)
{
    public void Map(WebApplication application)
    {
        var routes = application.MapGroup("/p/{token}").RequireRateLimiting(RateLimits.Reading);
        routes.MapMethods("", ["GET", "HEAD"], (string token) => choices.Find(token) is { } chooser ? Page(token, chooser) : pages.NotFound());
        routes.MapPost("", (HttpContext context, string token) => forms.AnswerAsync(context, (token, token), (chooser, form) => Task.FromResult(Save(token, chooser, form))));
        routes.MapPost("/pause", (HttpContext context, string token) => forms.AnswerAsync(context, (token, $"../{token}"), (chooser, form) => Task.FromResult(Pause(token, chooser, form))));
        routes.MapPost("/resume", (HttpContext context, string token) => forms.AnswerAsync(context, (token, $"../{token}"), (_, _) => Task.FromResult(Resume(token))));
    }

    private IResult Save(string token, Chooser chooser, SentForm form)
    {
        var (chosen, mistakes) = ChoiceForm.Read(form, offer, chooser.Chosen);
        if (mistakes.Count > 0)
        {
            return Page(token, chooser with { Chosen = chosen }, mistakes);
        }

        var changes = choices.Save(token, chosen, time.GetUtcNow());
        return changes is null ? pages.NotFound() : Page(token, choices.Find(token) ?? chooser, [], changes.Count == 0 ? "Saved. Nothing was changed." : "Saved.");
    }

    private IResult Pause(string token, Chooser chooser, SentForm form)
    {
        var (first, last) = Pauses.Days(time.GetUtcNow());
        if (!DateOnly.TryParseExact(form.Line("until"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) || until < first || until > last)
        {
            var mistake = new MistakeView("until", $"Choose a day from {DateWords.Full(first)} to {DateWords.Full(last)}");
            return Page(token, chooser, [mistake], back: "../");
        }

        return choices.Pause(token, until, time.GetUtcNow())
            ? pages.Say("Paused", new MessageView($"Nothing comes before {DateWords.WithWeekday(until)}. The first digest after it covers the time between.") { Links = [Back(token)] })
            : pages.Say("Not paused", new MessageView("Nothing is sent to this address at present.") { Links = [Back(token)] });
    }

    private IResult Resume(string token)
    {
        choices.Pause(token, until: null, time.GetUtcNow());
        return pages.Say("The pause is over", new MessageView("The next digest covers the time since the last one.") { Links = [Back(token)] });
    }

    private static LinkView Back(string token) => new($"../{token}", "Back to your digest");

    private IResult Page(string token, Chooser chooser, IReadOnlyList<MistakeView>? mistakes = null, string? saved = null, string back = "") => pages.Show(
        "choices",
        mistakes is { Count: > 0 } ? "Your digest: something to put right" : "Your digest",
        views.Of(token, chooser) with { Mistakes = mistakes ?? [], Saved = saved, Base = back },
        mistakes is { Count: > 0 } ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
}

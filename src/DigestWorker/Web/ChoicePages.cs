using DigestWorker.Domain;
using DigestWorker.Pipeline.Choosing;
using DigestWorker.Storage;
using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DigestWorker.Web;

/// <summary>The page on which people choose for themselves, opened by the token of their mails.</summary>
internal sealed class ChoicePages(Pages pages, ChoicesViewBuilder views, Offer offer, Choices choices, FormToken forms, TimeProvider time)
{
    public void Map(WebApplication application)
    {
        application.MapMethods("/p/{token}", ["GET", "HEAD"], (string token) => Show(token)).RequireRateLimiting(RateLimits.Reading);
        application.MapPost("/p/{token}", SaveAsync).RequireRateLimiting(RateLimits.Reading);
    }

    private IResult Show(string token) => choices.Find(token) is { } chooser ? Page(token, chooser) : pages.NotFound();

    private async Task<IResult> SaveAsync(HttpContext context, string token)
    {
        var form = await SentForm.ReadAsync(context);
        if (choices.Find(token) is not { } chooser)
        {
            return pages.NotFound();
        }

        if (!forms.IsGood(token, form.Line("form")))
        {
            return pages.Outdated(token);
        }

        var (chosen, mistakes) = ChoiceForm.Read(form, offer, chooser.Chosen);
        if (mistakes.Count > 0)
        {
            return Page(token, chooser with { Chosen = chosen }, mistakes);
        }

        var changes = choices.Save(token, chosen, time.GetUtcNow());
        return changes is null ? pages.NotFound() : Page(token, choices.Find(token) ?? chooser, [], changes.Count == 0 ? "Saved. Nothing was changed." : "Saved.");
    }

    private IResult Page(string token, Chooser chooser, IReadOnlyList<MistakeView>? mistakes = null, string? saved = null) => pages.Show(
        "choices",
        mistakes is { Count: > 0 } ? "Your digest: something to put right" : "Your digest",
        views.Of(token, chooser) with { Mistakes = mistakes ?? [], Saved = saved },
        mistakes is { Count: > 0 } ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
}

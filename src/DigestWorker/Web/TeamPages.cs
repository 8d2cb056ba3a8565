using System.Globalization;
using System.Text;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Choosing;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Storage;
using DigestWorker.Web.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DigestWorker.Web;

/// <summary>
/// The page of a team's contact: who is in it, adding people by pasting them, taking one out, the list as a file. It tells of nobody
/// what they read, why they stopped or what they chose.
/// </summary>
internal sealed class TeamPages(Pages pages, TeamLists teams, EditTeam edit, ExportTeam export, Offer offer, FormToken forms, TimeProvider time)
{
    private const int LongestPaste = 200_000;

    public void Map(WebApplication application)
    {
        var routes = application.MapGroup("/team/{token}").RequireRateLimiting(RateLimits.Reading);
        routes.MapMethods("", ["GET", "HEAD"], (string token) => Find(token) is { } team ? Page(token, team) : pages.NotFound());
        routes.MapGet("/export", (string token) => Find(token) is { } team ? File(team) : pages.NotFound());
        routes.MapPost("/preview", (HttpContext context, string token) => AnswerAsync(context, token, (team, form) => Add(token, team, form.Lines("people"), keep: false)))
            .WithMetadata(new RequestSizeLimitAttribute(LongestPaste * 3));
        routes.MapPost("/add", (HttpContext context, string token) => AnswerAsync(context, token, (team, form) => Add(token, team, form.Lines("people"), keep: true)))
            .WithMetadata(new RequestSizeLimitAttribute(LongestPaste * 3));
        routes.MapPost("/remove", (HttpContext context, string token) => AnswerAsync(context, token, (team, form) => Remove(token, team, form)));
    }

    private ListedTeam? Find(string token) => teams.Find(token, EditionWeek.LondonDay(time.GetUtcNow()));

    private async Task<IResult> AnswerAsync(HttpContext context, string token, Func<ListedTeam, SentForm, IResult> answer)
    {
        var form = await SentForm.ReadAsync(context, LongestPaste);
        return Find(token) is not { } team ? pages.NotFound()
            : !forms.IsGood(token, form.Line("form")) ? pages.Outdated($"../{token}")
            : edit.FollowsFile(team) ? pages.Say("Nothing was changed", new MessageView("This team follows a file that the sender of the digest keeps. Changes are made there."))
            : answer(team, form);
    }

    private IResult Add(string token, ListedTeam team, string people, bool keep)
    {
        if (string.IsNullOrWhiteSpace(people))
        {
            return Page(token, team, people, [new MistakeView("people", "Write at least one person, with an email address")]);
        }

        try
        {
            var report = edit.Add(team, people, keep);
            return pages.Show("team-adding", keep ? "Added" : "Look before you add", new AddingView(token, forms.For(token), people, report) { IsKept = keep });
        }
        catch (RosterFault fault)
        {
            return Page(token, team, people, [new MistakeView("people", fault.Message)]);
        }
        catch (KeyFault)
        {
            return Page(token, team, people, [new MistakeView("people", "Nobody can be added at the moment: the sender of the digest has to put something in order first. Try again tomorrow.")]);
        }
    }

    private IResult Remove(string token, ListedTeam team, SentForm form) => pages.Say(
        "Removed",
        new MessageView(long.TryParse(form.Line("member"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && edit.Remove(team, id)
            ? "That person has left the team. Whoever has no other team and did not subscribe alone gets no more digests."
            : "That person was not in the team any more.")
        { Links = [new LinkView($"../{token}", "Back to the team")] });

    private FileContentHttpResult File(ListedTeam team) =>
        TypedResults.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(export.Run(team.Id))).ToArray(), "text/csv; charset=utf-8", "team.csv");

    private IResult Page(string token, ListedTeam team, string people = "", IReadOnlyList<MistakeView>? mistakes = null) => pages.Show(
        "team",
        team.Name,
        new TeamView(token, forms.For(token), offer, team, teams.Members(team.Id))
        {
            FollowsFile = edit.FollowsFile(team),
            People = people,
            Mistakes = mistakes ?? [],
            Base = mistakes is null ? "" : "../",
        },
        mistakes is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}

using System.Globalization;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Choosing;
using DigestWorker.Web.Views;

namespace DigestWorker.Web;

/// <summary>Reads what somebody chose on their own page. What the page does not offer is no choice.</summary>
internal static class ChoiceForm
{
    private const int MostWords = 20, LongestWord = 60, MostAreas = 20;

    /// <param name="before">What stood before: an area that the list does not have may be kept.</param>
    public static (Chosen Chosen, IReadOnlyList<MistakeView> Mistakes) Read(SentForm form, Offer offer, Chosen before)
    {
        var (follow, mute) = (form.All("follow").Where(offer.HasTopic).ToList(), form.All("mute").Where(offer.HasTopic).ToList());
        var (words, notWords) = (Words(form.Line("words")), Words(form.Line("not-words")));
        var chosen = new Chosen(
            InOrder(form.All("role").Where(role => offer.HasRole(role) || before.Roles.Contains(role, StringComparer.Ordinal))),
            InOrder(form.All("area").Where(area => offer.HasArea(area) || before.Areas.Contains(area, StringComparer.Ordinal))),
            new Wishes(words, notWords, form.Has("text"))
            {
                FollowedTopics = InOrder(follow),
                MutedTopics = InOrder(mute),
                Weekday = Weekday(form.Line("weekday")),
                PausedUntil = before.Wishes.PausedUntil,
                Alerts = form.Has("alerts"),
                SaysNothingNew = form.Has("nothing-new"),
            });
        return (chosen, [.. Mistakes(chosen, offer, before)]);
    }

    private static IEnumerable<MistakeView> Mistakes(Chosen chosen, Offer offer, Chosen before)
    {
        var wishes = chosen.Wishes;
        if (!chosen.Roles.Any(offer.HasRole))
        {
            yield return new MistakeView("role", "Choose at least one role");
        }

        // A team may have given somebody more.
        if (chosen.Areas.Count > MostAreas && chosen.Areas.Except(before.Areas, StringComparer.Ordinal).Any())
        {
            yield return new MistakeView("area-more", $"Choose at most {MostAreas} areas");
        }

        if (wishes.FollowedTopics.Intersect(wishes.MutedTopics, StringComparer.Ordinal).FirstOrDefault() is { } both)
        {
            yield return new MistakeView("mute", $"{offer.Topics.First(topic => topic.Id == both).Name} stands in both lists of topics; keep it in one");
        }

        foreach (var (field, words) in new[] { ("words", wishes.Followed), ("not-words", wishes.Muted) })
        {
            if (words.Count > MostWords || words.Any(word => word.Length > LongestWord))
            {
                yield return new MistakeView(field, $"Write at most {MostWords} words or phrases, each of at most {LongestWord} letters");
            }
        }

        if (wishes.Followed.Intersect(wishes.Muted, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } twice)
        {
            yield return new MistakeView("not-words", $"\"{twice}\" stands in both lists of words; keep it in one");
        }
    }

    private static List<string> Words(string line) =>
        InOrder(line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant()));

    private static DayOfWeek? Weekday(string day) =>
        int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((DayOfWeek)number) ? (DayOfWeek)number : null;

    private static List<string> InOrder(IEnumerable<string> values) => [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

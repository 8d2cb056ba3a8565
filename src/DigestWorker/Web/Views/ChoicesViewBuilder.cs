using System.Globalization;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Choosing;
using DigestWorker.Storage;

namespace DigestWorker.Web.Views;

/// <summary>Lays out what somebody has chosen, and what there is to choose from.</summary>
internal sealed class ChoicesViewBuilder(Offer offer, FormToken forms, PrivacyWords privacy, TimeProvider time)
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public ChoicesView Of(string token, Chooser chooser)
    {
        var (chosen, wishes) = (chooser.Chosen, chooser.Chosen.Wishes);
        var (first, last) = Pauses.Days(time.GetUtcNow());
        return new ChoicesView(token, forms.For(token), EmailAddress.Masked(chooser.Email), State(chooser))
        {
            Roles = [.. offer.Roles.Select(role => new OptionView("role", role.Id, SentenceCase.Of(role.Name), Has(chosen.Roles, role.Id)))],
            Areas = [.. chosen.Areas.Select(area => new OptionView("area", area, area, Chosen: true))],
            MoreAreas = [.. offer.Areas.Except(chosen.Areas, StringComparer.Ordinal).Select(area => new OptionView("area", area, area, Chosen: false))],
            Follow = Topics("follow", wishes.FollowedTopics),
            Mute = Topics("mute", wishes.MutedTopics),
            Words = string.Join(", ", wishes.Followed),
            NotWords = string.Join(", ", wishes.Muted),
            Weekdays = [new OptionView("weekday", "", "As soon as it is ready", wishes.Weekday is null), .. Week.Select(day => Weekday(day, wishes.Weekday == day))],
            Options =
            [
                new OptionView("text", "1", "Plain text only", wishes.TextOnly),
                new OptionView("nothing-new", "1", "Tell me each week, even when nothing is new", wishes.SaysNothingNew),
                new OptionView("alerts", "1", "Tell me at once when statutory guidance changes", wishes.Alerts),
            ],
            Privacy = privacy.Held,
            PausedUntil = chooser.State == SubscriberState.Paused && wishes.PausedUntil is { } until ? DateWords.WithWeekday(until) : null,
            Earliest = Day(first),
            Latest = Day(last),
        };
    }

    private IReadOnlyList<OptionView> Topics(string group, IReadOnlyList<string> chosen) =>
        [.. offer.Topics.Select(topic => new OptionView(group, topic.Id, SentenceCase.Of(topic.Name), Has(chosen, topic.Id)))];

    private static OptionView Weekday(DayOfWeek day, bool chosen) => new("weekday", ((int)day).ToString(CultureInfo.InvariantCulture), day.ToString(), chosen);

    private static string State(Chooser chooser) => chooser.State switch
    {
        SubscriberState.Paused => "It is paused.",
        SubscriberState.Suppressed => "Nothing is sent at present, because mail to this address came back or was called spam.",
        _ => "",
    };

    private static bool Has(IReadOnlyList<string> chosen, string id) => chosen.Contains(id, StringComparer.OrdinalIgnoreCase);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

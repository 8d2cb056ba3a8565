using System.Globalization;
using System.Net;
using DigestWorker.Domain;

namespace DigestWorker.Composing;

/// <summary>The lines of a digest that differ from person to person, and how they get into a rendered profile.</summary>
internal static class PersonalLines
{
    public static string Why(Subscriber subscriber)
    {
        var day = TimeZoneInfo.ConvertTime(subscriber.Since, EditionWeek.London).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return subscriber.Teams.Count == 0
            ? $"You were added on {day}."
            : $"{string.Join(" and ", subscriber.Teams)} added you on {day}.";
    }

    /// <param name="token">Ends the addresses of the reader's own pages.</param>
    public static string FillText(string profile, string why, string token) =>
        PersonalSlots.Fill(PersonalSlots.Fill(profile, PersonalSlots.WhyYouGetThis, why), PersonalSlots.Token, token);

    public static string FillHtml(string profile, string why, string token) => FillText(profile, WebUtility.HtmlEncode(why), token);
}

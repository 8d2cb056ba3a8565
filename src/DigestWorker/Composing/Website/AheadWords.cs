using DigestWorker.Composing.Viewing;
using DigestWorker.Composing.Wording;
using DigestWorker.Domain;

namespace DigestWorker.Composing.Website;

/// <summary>What is ahead on one line, no more exact than it was told.</summary>
internal static class AheadWords
{
    /// <summary>"To be published: January 2027, no day given (provisional)".</summary>
    public static string Of(UpcomingEvent told) =>
        $"{EventWords.What(told.Type)}: {EventWords.Day(told)}{(told.Precision == DatePrecision.Day ? "" : ", no day given")} ({EventWords.Certain(told)})";

    public static string WithTitle(ComingUp told) => $"{EntryNames.Title(told.Release.Lead)}. {Of(told.Event)}";
}

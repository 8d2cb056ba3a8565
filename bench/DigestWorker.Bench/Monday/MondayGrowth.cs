using System.Globalization;

namespace DigestWorker.Bench.Monday;

/// <summary>
/// What Mondays of ever more people have cost, and how that grows: by what one of them costs, and by what one more costs, since the
/// profiles are a good part of what ten thousand cost and would hide that each person costs twice as much.
/// </summary>
internal static class MondayGrowth
{
    private const int Million = 1_000_000;

    // A million in fifteen minutes, of which the profiles may take as much as they do for ten thousand.
    private const double MostMinutes = 15, MostSecondsOfProfiles = 20, MostMegabytes = 1_000;

    private const double MostMillisecondsOfOneMore = ((MostMinutes * 60) - MostSecondsOfProfiles) * 1000 / Million;

    private const double MostGrowth = 1.2, MostGrowthOfOneMore = 2.5;

    /// <param name="steps">From the smallest.</param>
    public static IEnumerable<Measure> Measures(IReadOnlyList<MondayCounts> steps)
    {
        foreach (var (at, step) in steps.Index())
        {
            yield return Whole(step);
            yield return new Measure($"  {Name(step)}: peak memory", step.Megabytes, MostMegabytes, "MB");
            if (at > 0)
            {
                yield return new Measure($"  {Name(step)}: time of one, times that of one of {steps[0].Queued:N0}", One(step) / One(steps[0]), MostGrowth, "x");
                yield return new Measure($"  {Name(step)}: one more than {steps[at - 1].Queued:N0}", OneMore(steps, at), MostMillisecondsOfOneMore, "ms");
            }

            if (at > 1)
            {
                yield return new Measure($"  {Name(step)}: one more, times one more of the step before", OneMore(steps, at) / OneMore(steps, at - 1), MostGrowthOfOneMore, "x");
            }
        }
    }

    private static Measure Whole(MondayCounts step) => new(
        $"{Name(step)}: composed and queued", step.Seconds, MostSecondsOfProfiles + (MostMillisecondsOfOneMore * step.Queued / 1000), "s")
    {
        Detail = string.Create(CultureInfo.InvariantCulture, $"{step.Profiles:N0} profiles; {One(step):0.000} ms and {step.DatabaseMegabytes * 1024 / step.Queued:0.0} kB of database a subscriber; sent at {step.MailsPerSecond:N0} a second, so that a million takes {Million / step.MailsPerSecond / 60:0} min"),
    };

    private static double One(MondayCounts step) => step.Seconds * 1000 / step.Queued;

    /// <returns>Milliseconds; the profiles, of which both steps have as many, are no part of it.</returns>
    private static double OneMore(IReadOnlyList<MondayCounts> steps, int at) =>
        (steps[at].Seconds - steps[at - 1].Seconds) * 1000 / (steps[at].Queued - steps[at - 1].Queued);

    private static string Name(MondayCounts step) => $"{BenchDatabase.Kind}, {step.Queued:N0} subscribers";
}

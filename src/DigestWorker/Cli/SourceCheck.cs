using DigestWorker.Domain;
using DigestWorker.Pipeline;

namespace DigestWorker.Cli;

/// <summary>Shows what reading one source now would bring.</summary>
internal static class SourceCheck
{
    private const int Shown = 8;

    /// <returns>False when the source could not be read.</returns>
    public static async Task<bool> PrintAsync(Source source, CheckSource check, CancellationToken cancellationToken)
    {
        Printer.Heading(source.Name);
        var trial = await check.TryAsync(source, cancellationToken);
        Printer.Lines(trial.Remarks);
        if (trial.Fault is { } fault)
        {
            Printer.Line($"Failed: {fault}");
            return false;
        }

        Print(check.Foresee(source, trial.Entries));
        return true;
    }

    private static void Print(IReadOnlyList<ForeseenEntry> entries)
    {
        Printer.Table(["Published", "Title", "What would become of it"], entries.Take(Shown).Select(entry => new[]
        {
            ReleaseAnswer.Date(entry.Entry.Published ?? entry.Entry.Updated) ?? "no date", entry.Entry.Title, Fate(entry),
        }));
        Printer.Line($"{Printer.Count(entries.Count, "entry", "entries")}, {entries.Count(entry => !entry.IsKnown)} new. Nothing was stored.");
    }

    private static string Fate(ForeseenEntry entry) =>
        entry.IsKnown ? "known already"
        : entry.Entry.Announcement is not null ? "kept as upcoming"
        : entry.NewsAt is { } at ? $"news of {at:yyyy-MM-dd}"
        : "kept as baseline, never news";
}

using DigestWorker.Composing;
using DigestWorker.Pipeline;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

/// <summary>Tells what the demo did: what came in, what was merged and why, and who gets what.</summary>
internal static class DemoStory
{
    public static void Print(CollectReport collected, PublishReport published, DigestSettings settings)
    {
        Printer.Heading("What was collected");
        CollectTable.Print(collected);
        Printer.Heading("What was merged, and why");
        PrintMerged(collected);
        Printer.Heading($"What each role gets in {published.Edition.Week}");
        PrintDigests(published, settings);
    }

    private static void PrintMerged(CollectReport collected)
    {
        string[] merged =
        [
            .. collected.Sources.SelectMany(source => source.Counts.Twice.Select(twice =>
                $"Same entry    {twice.Title} ({source.Source}: {twice.Because})")),
            .. collected.Matched.Joined.Select(joined =>
                $"Same release  {joined.Title} ({joined.Publisher}: {string.Join(", ", joined.Because.Take(2).Select(EvidenceText.Of))})"),
        ];
        Printer.Lines(merged.Length == 0 ? ["Nothing new to merge."] : merged);
    }

    private static void PrintDigests(PublishReport published, DigestSettings settings)
    {
        foreach (var digest in published.Digests)
        {
            var roles = digest.Subscriber.Roles.Select(id => settings.Roles.First(role => role.Id == id).Name);
            Printer.Line($"For {string.Join(" and ", roles)}: {digest.Profile.Subject}");
            Printer.Lines(digest.Selection.Full.Select(Line));
            Printer.Line($"    and {Printer.Count(digest.Selection.OneLiners.Count, "one-liner")}\n");
        }

        if (published.Digests.Count == 0)
        {
            Printer.Line("0 new: everybody has this week's digest already.");
        }
    }

    private static string Line(SelectedRelease selected) =>
        $"    {selected.Release.Lead.Entry.Title}  [{string.Join("; ", selected.Because)}]";
}

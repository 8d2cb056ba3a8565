using System.Diagnostics;
using System.Text.Json;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.RealTests;

/// <summary>The real program over the labelled corpus: what it may not fall below, and that the order of arrival decides nothing.</summary>
public sealed class CorpusBarsTests
{
    private static readonly string[] Bars =
    [
        "release_core_f1=0.95", "release_core_precision=0.97", "release_pair_f1=0.90", "release_bcubed_f1=0.96",
        "kind_macro_f1=0.92", "topic_micro_f1=0.82", "topic_macro_f1=0.78",
        "figure_recall=0.97", "figure_headline_recall=0.99",
        "shown_precision=0.72", "shown_recall=0.88", "shown_headline_recall=0.96", "direction_accuracy=0.95",
    ];

    [Fact]
    public async Task The_program_meets_its_bars_on_the_labelled_corpus()
    {
        Folders.NeedShared();
        var start = new ProcessStartInfo("bash", [Path.Combine(Folders.Shared, "corpus", "score"), .. Bars.SelectMany(bar => new[] { "--require", bar })])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PROGRAM"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "DigestWorker.dll")}";

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(output);
        Assert.True(process.ExitCode == 0, output + await error);
    }

    [Fact]
    public async Task In_three_shuffled_orders_and_with_a_restart_every_37_entries_the_groups_are_the_same()
    {
        Folders.NeedShared();
        var documents = File.ReadLines(Path.Combine(Folders.Shared, "corpus", "dev.jsonl")).Select(Read).ToArray();
        var expected = await GroupsAsync(documents, atOnce: documents.Length);

        for (var seed = 1; seed <= 3; seed++)
        {
            var chance = new Random(seed);
            Assert.Equal(expected, await GroupsAsync([.. documents.OrderBy(_ => chance.Next())], atOnce: 37));
        }
    }

    private static async Task<List<string>> GroupsAsync((string Publisher, FeedEntry Entry)[] documents, int atOnce)
    {
        using var newsroom = new Newsroom(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        foreach (var few in documents.Chunk(atOnce))
        {
            newsroom.Forget();
            foreach (var own in few.GroupBy(document => document.Publisher, StringComparer.Ordinal))
            {
                newsroom.Publish(own.Key, [.. own.Select(document => document.Entry)]);
            }

            await newsroom.CollectAsync();
            newsroom.Restart();
        }

        newsroom.Forget();
        return [.. newsroom.Services.GetRequiredService<Releases>().Since(null)
            .Select(release => string.Join('|', release.Entries.Select(entry => entry.Entry.Url!.AbsoluteUri).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal)];
    }

    private static (string, FeedEntry) Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        string Text(string name) => json.RootElement.GetProperty(name).GetString() ?? "";
        var day = Text("published");
        return (Text("publisher").Replace('/', ' '), new FeedEntry(
            Text("id"), Text("title"), $"{Text("summary")}\n\n{Text("body")}", day.Length == 0 ? null : DateTimeOffset.Parse(day + "T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture))
        {
            Url = Text("url"),
        });
    }
}

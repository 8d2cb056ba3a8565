using System.CommandLine;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Pipeline.Sending;
using DigestWorker.Settings;
using DigestWorker.Web;

namespace DigestWorker.Cli;

/// <summary>A Monday morning on sample sources: the same verbs as the service, with a clock that stands still.</summary>
internal static class DemoVerb
{
    private const string SettingsFile = "demo.json", Placeholder = "{base}";

    // The Monday that the samples are written for; they never grow old.
    private static readonly DateTimeOffset Monday = new(2024, 11, 18, 7, 30, 0, TimeSpan.Zero);

    private static readonly Option<DirectoryInfo> Out = new("--out")
    {
        Description = "Where database, settings and mails go",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo("demo-out"),
    };

    public static Command Create(Workshop workshop)
    {
        var command = new Command("demo", """
            Shows the whole way on sample sources, without network, mail server or settings: collect, merge, compose and write four digests for four roles.

            Example: digestworker demo --out demo-out
            """) { Out };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(Out)!.FullName, workshop, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string folder, Workshop workshop, CancellationToken cancellationToken)
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "samples");
        await using var server = await SampleServer.StartAsync(samples, cancellationToken);
        var settings = Path.Combine(folder, Workshop.DefaultFile);
        try
        {
            await WriteSettingsAsync(samples, settings, server.Address, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Printer.Refuse($"The demo cannot write into {folder}: {fault.Message}", ExitCode.Failed);
        }

        // The environment speaks of a real installation: its database and its mail server are none of the demo's business.
        var apart = workshop with { Overrides = new Dictionary<string, string>() };
        return await apart.DoAsync(settings, new StandingClock(Monday), PublishAsync, cancellationToken);
    }

    private static async Task WriteSettingsAsync(string samples, string file, string address, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var text = await File.ReadAllTextAsync(Path.Combine(samples, SettingsFile), cancellationToken);
        await File.WriteAllTextAsync(file, text.Replace(Placeholder, address, StringComparison.Ordinal), cancellationToken);
    }

    private static async Task<int> PublishAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var settings = services.GetRequiredService<DigestSettings>();
        var collected = await CollectVerb.WithProgressAsync(settings.Sources, services.GetRequiredService<CollectEntries>(), cancellationToken);
        var (published, sent) = await services.GetRequiredService<DeliverEdition>()
            .RunAsync(EditionWeek.LastComplete(Monday), wanted: null, folder: null, progress: null, cancellationToken);
        DemoStory.Print(collected, published, settings);
        Printer.Line($"{sent?.Sent ?? 0} new mails written to {settings.Delivery.PickupFolder}; open index.html there, or a mail by itself.");
        return ExitCode.Done;
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

using DigestWorker.Cli;
using DigestWorker.Collecting.Pages;
using DigestWorker.Scheduling;
using DigestWorker.Settings;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Bench;

/// <summary>The program as a verb has it, by a settings file.</summary>
internal static class BenchHost
{
    public static IHost Of(string file) => SettingsFile.Read(file, new Dictionary<string, string>(), Cron.Fault, SelectorFault.Of) switch
    {
        SettingsReading.Accepted accepted => Composition.BuildHost(accepted.Settings, TimeProvider.System, Purpose.Verb),
        var refused => throw new InvalidOperationException($"The settings of the bench are refused: {refused}"),
    };
}

using DigestWorker;
using DigestWorker.Cli;
using DigestWorker.Collecting.Pages;
using DigestWorker.Scheduling;
using DigestWorker.Settings;

var workshop = new Workshop(
    ReadSettings: path => SettingsFile.Read(path, Environment.GetEnvironmentVariables(), Cron.Fault, SelectorFault.Of),
    Build: Composition.BuildHost);

return await CommandLine.RunAsync(args, workshop);

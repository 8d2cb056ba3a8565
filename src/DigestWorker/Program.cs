using DigestWorker;
using DigestWorker.Cli;
using DigestWorker.Collecting.Pages;
using DigestWorker.Scheduling;
using DigestWorker.Settings;

var workshop = new Workshop(
    Read: (path, environment) => SettingsFile.Read(path, environment, Cron.Fault, SelectorFault.Of),
    Build: Composition.BuildHost);

return await CommandLine.RunAsync(args, workshop);

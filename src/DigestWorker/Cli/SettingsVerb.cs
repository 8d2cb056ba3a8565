using System.CommandLine;

namespace DigestWorker.Cli;

/// <summary><c>settings</c>: what an admin asks about settings files.</summary>
internal static class SettingsVerb
{
    public static Command Create(Workshop workshop) =>
        new("settings", "Answers questions about settings files.") { RehearseVerb.Create(workshop) };
}

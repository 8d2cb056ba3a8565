using System.CommandLine;
using DigestWorker.Settings;

namespace DigestWorker.Cli;

/// <summary>The settings file itself: whether it holds, what it means, and what it may hold.</summary>
internal static class SettingsVerb
{
    public static Command Create(Workshop workshop) => new("settings", """
        The settings file: whether it is right, what holds and where each value comes from, and what may stand in it.

        Example: digestworker settings validate
        Example: digestworker settings show Delivery
        """)
    {
        SettingsValidateVerb.Create(workshop),
        SettingsShowVerb.Create(workshop),
        Schema(),
        RehearseVerb.Create(workshop),
    };

    private static Command Schema()
    {
        var command = new Command("schema", """
            Prints the JSON Schema of the settings file. Editors complete and check a file that names it: "$schema": "./appsettings.schema.json".

            Example: digestworker settings schema > appsettings.schema.json
            """);
        command.SetAction(_ =>
        {
            Console.Out.Write(SettingsSchema.Text());
            return ExitCode.Done;
        });
        return command;
    }
}

using System.Collections;
using System.Text;
using DigestWorker.Collecting.Pages;
using DigestWorker.Settings;
using Quartz;

namespace DigestWorker.Tests.Settings;

/// <summary>A real settings file in a folder of its own, read as at start-up.</summary>
public sealed class SettingsFolder : IDisposable
{
    private readonly Hashtable _environment = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("settings-").FullName;

    public string File => Path.Combine(Folder, "appsettings.json");

    public SettingsFolder With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    internal SettingsReading Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    internal SettingsReading Read(byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File, bytes);
        return ReadFile(File);
    }

    internal SettingsReading ReadFile(string file) => SettingsFile.Read(file, _environment, CronFault, SelectorFault.Of);

    internal DigestSettings Accept(string json) => Accepted(Read(json));

    /// <summary>Each mistake as the admin sees it: path, colon, message.</summary>
    internal IReadOnlyList<string> Refuse(string json) => Refused(Read(json));

    internal static DigestSettings Accepted(SettingsReading reading)
    {
        if (reading is SettingsReading.Refused refused)
        {
            Assert.Fail(string.Join('\n', refused.Mistakes));
        }

        return Assert.IsType<SettingsReading.Accepted>(reading).Settings;
    }

    internal static IReadOnlyList<string> Refused(SettingsReading reading) =>
        [.. Assert.IsType<SettingsReading.Refused>(reading).Mistakes.Select(mistake => mistake.ToString())];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string? CronFault(string cron)
    {
        try
        {
            _ = new CronExpression(cron);
            return null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }
}

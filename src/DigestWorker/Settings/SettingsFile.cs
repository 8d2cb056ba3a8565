using System.Collections;
using System.Text.Json.Nodes;
using DigestWorker.Settings.Checking;
using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings;

/// <summary>Reads the admin's file over the built-in defaults and under the environment.</summary>
internal static class SettingsFile
{
    /// <param name="environment">As from <see cref="Environment.GetEnvironmentVariables()"/>; those from <c>DIGEST__</c> on count, and systemd's folder of credentials.</param>
    /// <param name="cronFault">What is wrong with a cron, in words; null where nothing is.</param>
    /// <param name="selectorFault">What is wrong with a CSS selector, in words; null where nothing is.</param>
    public static SettingsReading Read(
        string path, IDictionary environment, Func<string, string?> cronFault, Func<string, string?> selectorFault)
    {
        var mistakes = new List<SettingsMistake>();
        var file = Path.GetFullPath(path, Environment.CurrentDirectory);
        if (SettingsText.Read(file, mistakes) is not { } read)
        {
            return new SettingsReading.Refused(mistakes);
        }

        var reading = Understand(read.Text, file, environment, value => ValueCheck.Of(value, cronFault, selectorFault), mistakes);
        return reading with { Print = read.Print };
    }

    private static SettingsReading Understand(
        string text, string file, IDictionary environment, Func<FileSettings, IEnumerable<SettingsMistake>> values, List<SettingsMistake> mistakes)
    {
        if (SettingsTree.Parse(text, file, mistakes) is not { } tree)
        {
            return new SettingsReading.Refused(mistakes);
        }

        tree.Remove(SettingsSchema.Key);
        var (warnings, remarks) = (SecretsInFile.Of(file, tree), LooseSpelling.Of(tree));
        var folder = Path.GetDirectoryName(file)!;
        var secrets = new SecretFiles(folder, (string?)environment[SecretFiles.CredentialsVariable], mistakes);
        secrets.RefuseSigningKey(tree);
        var overrides = EnvironmentOverrides.Apply(environment, tree, mistakes);
        secrets.Apply(tree);
        var settings = Check(tree, values, mistakes);
        return mistakes.Count == 0
            ? new SettingsReading.Accepted(new InForce(folder).Of(settings))
            {
                Warnings = warnings,
                Remarks = remarks,
                Values = new SettingValues(settings, new SettingOrigins(text, overrides, secrets)),
            }
            : new SettingsReading.Refused(InWords(mistakes, overrides, new FileLines(text)))
            {
                Warnings = warnings,
                Remarks = remarks,
            };
    }

    private static IReadOnlyList<SettingsMistake> InWords(IEnumerable<SettingsMistake> mistakes, EnvironmentOverrides overrides, FileLines lines) =>
        [.. mistakes.OrderBy(mistake => mistake.Path, SettingsPath.InOrder).Select(mistake => overrides.NameVariable(mistake) ?? mistake with { Line = lines.Near(mistake.Path) })];

    private static FileSettings Check(
        JsonObject tree, Func<FileSettings, IEnumerable<SettingsMistake>> values, List<SettingsMistake> mistakes)
    {
        var shape = new ShapeCheck();
        var settings = SettingsLayers.Bind(shape.Checked(tree));
        mistakes.AddRange(shape.Mistakes);
        mistakes.AddRange(values(settings).Where(mistake => !shape.HasSettled(mistake.Path)));
        return settings;
    }
}

using System.Text.RegularExpressions;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests;

/// <summary>Holds who may use whom (docs/adr/0001-one-project.md).</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Source = Path.Combine(Folders.Repository, "src", "DigestWorker");

    private static readonly string[] Middle = ["Domain", "Settings", "Collecting", "Classifying", "Matching", "Composing", "Delivering", "Storage"];

    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Settings"] = ["Domain"],
        ["Classifying"] = ["Domain"],
        ["Matching"] = ["Domain"],
        ["Composing"] = ["Domain"],
        ["Collecting"] = ["Domain", "Settings"],
        ["Delivering"] = ["Domain", "Settings"],
        ["Storage"] = ["Domain"],
        ["Pipeline"] = Middle,
        ["Telemetry"] = ["Settings", "Pipeline"],
        ["Scheduling"] = ["Domain", "Settings", "Pipeline"],
        ["Web"] = ["Domain", "Settings", "Pipeline", "Storage", "Delivering", "Composing"],
        ["Running"] = ["Domain", "Settings", "Pipeline", "Storage", "Scheduling", "Web"],
        ["Cli"] = ["Domain", "Settings", "Pipeline", "Storage", "Delivering", "Composing", "Web", "Running"],
    };

    // A namespace that only the named folders may touch.
    private static readonly Dictionary<string, string[]> Packages = new(StringComparer.Ordinal)
    {
        ["Dapper"] = ["Storage"],
        ["Microsoft.Data.Sqlite"] = ["Storage"],
        ["Npgsql"] = ["Storage"],
        ["HandlebarsDotNet"] = ["Composing"],
        ["AngleSharp"] = ["Collecting"],
        ["Polly"] = ["Collecting"],
        ["System.Net.Http"] = ["Collecting", "Delivering"],
        ["System.Xml"] = ["Collecting", "Composing"],
        ["System.ServiceModel.Syndication"] = ["Composing"],
        ["Ical.Net"] = ["Composing"],
        ["MailKit"] = ["Delivering"],
        ["MimeKit"] = ["Delivering"],
        ["System.Net.Sockets"] = ["Delivering", "Collecting", "Running"],
        ["CsvHelper"] = ["Pipeline"],
        ["DiffPlex"] = ["Classifying"],
        ["Quartz"] = ["Scheduling"],
        ["OpenTelemetry"] = ["Telemetry"],
        ["Microsoft.AspNetCore"] = ["Web"],
        ["System.CommandLine"] = ["Cli"],
        ["Spectre.Console"] = ["Cli"],
    };

    public static TheoryData<string> FolderNames => [.. MayUse.Keys];

    [Theory, MemberData(nameof(FolderNames))]
    public void A_folder_uses_only_the_folders_it_is_allowed_to(string folder)
    {
        var used = Files(folder)
            .SelectMany(file => OwnNamespace().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Where(MayUse.ContainsKey).Distinct(StringComparer.Ordinal).Except([folder, .. MayUse[folder]], StringComparer.Ordinal);

        Assert.Empty(used);
    }

    [Theory, MemberData(nameof(FolderNames))]
    public void A_package_is_touched_only_where_it_belongs(string folder)
    {
        var touched = Files(folder)
            .SelectMany(file => Using().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .SelectMany(used => Packages.Where(package => IsIn(used, package.Key) && !package.Value.Contains(folder, StringComparer.Ordinal)))
            .Select(package => package.Key).Distinct(StringComparer.Ordinal);

        Assert.Empty(touched);
    }

    [Fact]
    public void Every_folder_of_the_program_is_known_here() =>
        Assert.Empty(Directory.EnumerateDirectories(Source).Select(Path.GetFileName).Except([.. MayUse.Keys, "bin", "obj", "Properties"]));

    [Theory]
    [InlineData("Classifying"), InlineData("Matching"), InlineData("Composing")]
    public void The_middle_is_pure(string folder)
    {
        var impure = Files(folder).Where(file => Impure().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName);

        Assert.Empty(impure);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Source, folder), "*.cs", SearchOption.AllDirectories);

    private static bool IsIn(string used, string package) =>
        used == package || used.StartsWith(package + ".", StringComparison.Ordinal);

    [GeneratedRegex(@"\bDigestWorker\.(\w+)")]
    private static partial Regex OwnNamespace();

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\basync\b|\bILogger\b|\bTimeProvider\b|\bFile\.|\bHttpClient\b|\bEnvironment\.")]
    private static partial Regex Impure();
}

using System.Globalization;
using System.Text.Json;
using DigestWorker.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DigestWorker.Bench.Synthetic;

/// <summary>The program in a folder, with a feed there for each publisher of synthetic entries.</summary>
internal static class SyntheticProgram
{
    public static IHost Build(BenchFolder folder, IEnumerable<SyntheticEntry> entries, (string? PublicUrl, object? Storage) chosen = default)
    {
        var sources = entries.GroupBy(entry => entry.Publisher, StringComparer.Ordinal).Select(own => new
        {
            Name = own.Key,
            Url = new Uri(WriteFeed(folder, own.Key, own)).AbsoluteUri,
        }).ToList();
        var file = SettingsIn(folder);
        File.WriteAllText(file, JsonSerializer.Serialize(new { Sources = sources, Web = new { chosen.PublicUrl, Listen = "http://127.0.0.1:0" }, Storage = chosen.Storage ?? new { } }));
        return BenchHost.Of(file);
    }

    public static string SettingsIn(BenchFolder folder) => folder.In("appsettings.json");

    /// <summary>The settings of a program that was told nothing.</summary>
    public static DigestSettings Defaults()
    {
        using var folder = new BenchFolder();
        using var host = Build(folder, []);
        return host.Services.GetRequiredService<DigestSettings>();
    }

    private static string WriteFeed(BenchFolder folder, string publisher, IEnumerable<SyntheticEntry> entries)
    {
        var file = folder.In(publisher.Replace(' ', '-') + ".json");
        File.WriteAllText(file, JsonSerializer.Serialize(new
        {
            version = "https://jsonfeed.org/version/1.1",
            title = publisher,
            items = entries.Select(entry => new
            {
                id = entry.Url,
                url = entry.Url,
                title = entry.Title,
                summary = entry.Summary,
                content_text = entry.Text,
                date_published = entry.Day.ToString("O", CultureInfo.InvariantCulture) + "T09:00:00Z",
            }),
        }));
        return file;
    }
}

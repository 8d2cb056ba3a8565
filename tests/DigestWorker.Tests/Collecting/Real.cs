using DigestWorker.Collecting.Fetching;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Collecting;

/// <summary>Answers that publishers really gave.</summary>
internal static class Real
{
    public static IReadOnlyList<(string Name, Answer Answer)> Answers(params string[] folder)
    {
        Folders.NeedShared();
        var files = Directory.EnumerateFiles(Path.Combine([Folders.Shared, "real", .. folder]), "*.json").Order(StringComparer.Ordinal);
        return [.. files.Select(file => (Path.GetFileNameWithoutExtension(file), new Answer(File.ReadAllBytes(file), "application/json", new Uri(file))))];
    }
}

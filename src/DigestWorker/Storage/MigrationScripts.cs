using System.Globalization;
using System.Reflection;

namespace DigestWorker.Storage;

/// <summary>The numbered files that make a schema, in order; the two databases have the same numbers from 16 on.</summary>
internal static class MigrationScripts
{
    private const string Folder = "DigestWorker.Storage.Migrations";

    public static IReadOnlyList<(int Version, string Sql)> Of(string database) =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith($"{Folder}.{database}.", StringComparison.Ordinal))
            .Select(name => (Version(name[$"{Folder}.{database}.".Length..]), Text(name)))
            .OrderBy(script => script.Item1)];

    private static int Version(string file) => int.Parse(file.AsSpan(0, file.IndexOf('_', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

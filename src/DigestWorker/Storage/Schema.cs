namespace DigestWorker.Storage;

/// <summary>Which schema of the database this version of the program works with.</summary>
internal static class Schema
{
    public static int Newest { get; } = MigrationScripts.Of("sqlite")[^1].Version;

    /// <returns>Null where this version of the program knows the schema.</returns>
    public static string? NewerWords(string name, long version) => version <= Newest
        ? null
        : $"The database {name} was written by a newer version of this program (schema {version}, known {Newest}); install that version again.";
}

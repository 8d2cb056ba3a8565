namespace DigestWorker.Storage;

/// <summary>Brings the database to the newest schema: numbered files, one transaction each.</summary>
internal sealed class Migrator(Database database)
{
    /// <summary>The schema that this version of the program works with.</summary>
    public static int Newest { get; } = MigrationScripts.Of("sqlite")[^1].Version;

    public void Migrate() => database.Migrate();

    /// <returns>Null where this version of the program knows the schema.</returns>
    public static string? NewerWords(string name, long version) => version <= Newest
        ? null
        : $"The database {name} was written by a newer version of this program (schema {version}, known {Newest}); install that version again.";
}

using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class StorageCheck
{
    private const string Path = "Storage:ConnectionString";

    public static IEnumerable<SettingsMistake> Of(StorageSettings storage) =>
        storage.Provider == StorageProvider.Postgres ? OfServer(storage) : OfFile(storage);

    private static IEnumerable<SettingsMistake> OfFile(StorageSettings storage)
    {
        var connection = ConnectionText.Parse(storage.ConnectionString);
        return FileAdvice(connection) is { } advice
            ? [SettingsMistake.Found(Path, storage.ConnectionString, advice)]
            : connection!.UnknownKeys.Select(key => UnknownKey(key, "SQLite", ConnectionText.KnownKeys));
    }

    private static IEnumerable<SettingsMistake> OfServer(StorageSettings storage)
    {
        var connection = ServerText.Parse(storage.ConnectionString);
        return
        [
            .. ServerAdvice(connection, storage) is { } advice
                ? [SettingsMistake.Found(Path, storage.ConnectionString, advice)]
                : connection!.UnknownKeys.Select(key => UnknownKey(key, "PostgreSQL", ServerText.KnownKeys)),
            .. storage.Backup.Folder is { } folder
                ? [SettingsMistake.Found("Storage:Backup:Folder", folder, "leave it out: the program backs up a SQLite file only; for PostgreSQL use pg_dump, and keep the key file with what it writes")]
                : Array.Empty<SettingsMistake>(),
        ];
    }

    private static string? FileAdvice(ConnectionText? connection) => connection switch
    {
        null or { File: "" } => "write \"Data Source=FILE\", for instance \"Data Source=data/digestworker.db\"",
        { IsInMemory: true } => "a database in memory is gone with the program; name a file",
        { IsReadOnly: true } => "the worker has to write; leave out Mode=ReadOnly",
        _ when connection.File.StartsWith("file:", StringComparison.OrdinalIgnoreCase) => "write the path of the file alone, without file:",
        _ => null,
    };

    private static string? ServerAdvice(ServerText? connection, StorageSettings storage) => connection switch
    {
        null or { NamesDatabase: false } => "for Postgres write \"Host=SERVER;Database=NAME;Username=USER\", and keep the password in a file named by Storage:PasswordFile",
        { HasPassword: true } when storage.Password is not null => "the password is given twice; leave it out here",
        _ => null,
    };

    private static SettingsMistake UnknownKey(string key, string database, IReadOnlyList<string> known) =>
        new(Path, $"the key {Quoted.Text(key)} is not known to {database}; {DidYouMean.Words(key, known)}");
}

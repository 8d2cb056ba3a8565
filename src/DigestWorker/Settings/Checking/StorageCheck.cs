using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class StorageCheck
{
    private const string Path = "Storage:ConnectionString";

    public static IEnumerable<SettingsMistake> Of(StorageSettings storage)
    {
        var connection = ConnectionText.Parse(storage.ConnectionString);
        return FileAdvice(connection) is { } advice
            ? [SettingsMistake.Found(Path, storage.ConnectionString, advice)]
            : connection!.UnknownKeys.Select(UnknownKey);
    }

    private static string? FileAdvice(ConnectionText? connection) => connection switch
    {
        null or { File: "" } => "write \"Data Source=FILE\", for instance \"Data Source=data/digestworker.db\"",
        { IsInMemory: true } => "a database in memory is gone with the program; name a file",
        { IsReadOnly: true } => "the worker has to write; leave out Mode=ReadOnly",
        _ when connection.File.StartsWith("file:", StringComparison.OrdinalIgnoreCase) => "write the path of the file alone, without file:",
        _ => null,
    };

    private static SettingsMistake UnknownKey(string key) =>
        new(Path, $"the key {Quoted.Text(key)} is not known to SQLite; {DidYouMean.Words(key, ConnectionText.KnownKeys)}");
}

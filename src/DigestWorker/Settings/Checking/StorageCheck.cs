using DigestWorker.Settings.Reading;

namespace DigestWorker.Settings.Checking;

internal static class StorageCheck
{
    private const string Path = "Storage:ConnectionString";
    private const string Example = "write \"Data Source=FILE\", for instance \"Data Source=data/digestworker.db\"";

    public static IEnumerable<SettingsMistake> Of(StorageSettings storage)
    {
        if (ConnectionText.Parse(storage.ConnectionString) is not { } connection)
        {
            return [SettingsMistake.Found(Path, storage.ConnectionString, Example)];
        }

        var unknown = connection.UnknownKeys.Select(key => new SettingsMistake(
            Path, $"the key {Quoted.Text(key)} is not known to SQLite; {DidYouMean.Words(key, ConnectionText.KnownKeys)}"));
        return FileAdvice(connection) is { } advice
            ? unknown.Append(SettingsMistake.Found(Path, storage.ConnectionString, advice))
            : unknown;
    }

    private static string? FileAdvice(ConnectionText connection) => connection switch
    {
        { File: "" } => Example,
        { IsInMemory: true } => "a database in memory is gone with the program; name a file",
        { IsReadOnly: true } => "the worker has to write; leave out Mode=ReadOnly",
        { File: var file } when file.StartsWith("file:", StringComparison.OrdinalIgnoreCase) => "write the path of the file alone, without file:",
        _ => null,
    };
}

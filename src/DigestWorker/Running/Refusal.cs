using System.Data.Common;
using System.Text.RegularExpressions;
using DigestWorker.Domain;
using DigestWorker.Pipeline;
using DigestWorker.Settings;
using DigestWorker.Storage;

namespace DigestWorker.Running;

/// <summary>Why changed settings are not taken over, for the log and the admin's mail: no address stands in it, nor the name before one.</summary>
internal static partial class Refusal
{
    private const int MostTold = 20;

    public static string Of(IReadOnlyList<SettingsMistake> mistakes)
    {
        var more = mistakes.Count > MostTold ? $"; and {mistakes.Count - MostTold} more" : "";
        return Words(string.Join("; ", mistakes.Take(MostTold).Select(mistake => mistake.Words)) + more);
    }

    public static string Of(Exception fault, DigestSettings settings) => Words(fault is not StorageFault && StorageFault.Within(fault) is { } storage ? Said(storage, settings) : fault.Message);

    private static string Said(DbException fault, DigestSettings settings)
    {
        using var database = Databases.Of(settings.Storage);
        return database.Fault(fault).Message;
    }

    private static string Words(string why) =>
        $"The changed settings cannot be used, so those of before stay in force: {EmailAddress.Without(Quoted().Replace(why, Hidden))}";

    private static string Hidden(Match quoted) => quoted.Value.Contains('@', StringComparison.Ordinal) ? "\"***\"" : quoted.Value;

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Quoted();
}

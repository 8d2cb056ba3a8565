using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DigestWorker.Settings.Reading;

/// <summary>Shows what stands in the settings: as it stands, but short, and never a secret.</summary>
internal static partial class Quoted
{
    public const string Hidden = "(hidden)";

    private const int MaxLength = 120;

    // With the names of files that hold them: people paste the secret itself there.
    private static readonly string[] SecretNames = ["ClientSecret", "RefreshToken", "StatusToken", "Headers"];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(string text) =>
        text.Length > MaxLength ? $"{JsonSerializer.Serialize(text[..MaxLength], Plain)}..." : JsonSerializer.Serialize(text, Plain);

    public static string Text(string path, string text) => IsHidden(path, text) ? Hidden : Text(WithoutKeys(text));

    /// <summary>The same address with the keys hidden that publishers have people write into it: <c>?api_key=(hidden)</c>.</summary>
    public static string WithoutKeys(string text) => KeyInAddress().Replace(text, $"$1{Hidden}");

    public static bool IsHidden(string path, string text) => IsSecret(path) || HoldsSecret(path, text);

    public static string Node(string path, JsonNode? node) => node switch
    {
        null => "null",
        JsonObject => "an object, { }",
        JsonArray => "a list, [ ]",
        _ when node.GetValueKind() == JsonValueKind.String => Text(path, node.GetValue<string>()),
        _ => IsSecret(path) ? Hidden : node.ToJsonString(),
    };

    private static bool IsSecret(string path)
    {
        var name = path[(path.LastIndexOf(':') + 1)..];
        return NamesPassword(name) || name.Equals("Key", StringComparison.OrdinalIgnoreCase)
            || SecretNames.Any(secret => name.StartsWith(secret, StringComparison.OrdinalIgnoreCase));
    }

    private static bool HoldsSecret(string path, string text) =>
        WebAddress.HasUserInfo(text)
        || text.Contains("PRIVATE KEY", StringComparison.Ordinal)
        || (path.EndsWith("ConnectionString", StringComparison.OrdinalIgnoreCase) && NamesPassword(text));

    private static bool NamesPassword(string text) =>
        text.Contains("password", StringComparison.OrdinalIgnoreCase) || text.Contains("pwd", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("([?&][^=&#]*(?:key|token|secret|passw|pwd|auth|sig)[^=&#]*=)[^&#]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex KeyInAddress();
}

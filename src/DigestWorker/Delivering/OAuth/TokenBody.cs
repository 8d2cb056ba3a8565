using System.Globalization;
using System.Text.Json;

namespace DigestWorker.Delivering.OAuth;

/// <summary>The JSON of a token endpoint's answer (RFC 6749 §5), of which nothing is believed.</summary>
/// <param name="json">Null where the answer is no object.</param>
internal sealed class TokenBody(JsonElement? json)
{
    private const int LongestLife = 24 * 60 * 60;

    // The provider's own words could repeat what it was sent; these codes cannot.
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["invalid_client"] = "ClientId or ClientSecret is wrong, or the secret has expired",
        ["unauthorized_client"] = "this client may not ask for tokens in this way",
        ["invalid_grant"] = "RefreshToken is no longer valid; sign in anew to get another",
        ["invalid_scope"] = "Scope is wrong",
        ["invalid_request"] = "something is missing; see ClientId, ClientSecret and Scope",
        ["unsupported_grant_type"] = "the provider gives no tokens in this way; see RefreshToken",
        ["access_denied"] = "an admin of the provider has to allow it",
    };

    /// <summary>Null where there is none, or none that can stand in a log-in.</summary>
    public string? Token => Text("access_token") is { Length: > 0 } token && token.All(letter => letter is > ' ' and < '\u007F') ? token : null;

    /// <summary>How long it is said to last; nothing where it is not said.</summary>
    public TimeSpan Lasts => TimeSpan.FromSeconds(
        long.TryParse(Text("expires_in"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Min(seconds, LongestLife) : 0);

    public string Reason => Text("error") is { } code && Reasons.TryGetValue(code, out var words)
        ? $"{code}, {words} (Delivery:Smtp:OAuth)."
        : "it gives no reason that we know.";

    public static TokenBody Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return new TokenBody(document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null);
        }
        catch (JsonException)
        {
            return new TokenBody(json: null);
        }
    }

    private string? Text(string name)
    {
        try
        {
            return json?.TryGetProperty(name, out var value) == true && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
                ? value.ToString()
                : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is JSON, but no text.
            return null;
        }
    }
}

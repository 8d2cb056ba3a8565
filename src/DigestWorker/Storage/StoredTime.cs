using System.Globalization;

namespace DigestWorker.Storage;

/// <summary>Instants as the database keeps them: UTC, whole seconds, <c>yyyy-MM-ddTHH:mm:ssZ</c>.</summary>
internal static class StoredTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string ToStorage(this DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    public static DateTimeOffset FromStorage(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DateTimeOffset? FromStorageOrNull(string? text) => text is null ? null : FromStorage(text);
}

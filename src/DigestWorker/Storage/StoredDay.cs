using System.Globalization;

namespace DigestWorker.Storage;

/// <summary>Days of the London calendar as the database keeps them: <c>yyyy-MM-dd</c>.</summary>
internal static class StoredDay
{
    private const string Form = "yyyy-MM-dd";

    public static string ToStorage(this DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    public static DateOnly FromStorage(string text) => DateOnly.ParseExact(text, Form, CultureInfo.InvariantCulture);
}

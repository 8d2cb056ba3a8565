using System.Buffers;
using System.Globalization;
using DigestWorker.Domain;

namespace DigestWorker.Web;

/// <summary>
/// Proves that a form came from a page of ours, without a cookie: a keyed hash of the page's own token and of the day, good for
/// that day and the next. Whoever only knows the link's form cannot make one.
/// </summary>
internal sealed class FormToken(KeyRing keys, TimeProvider time)
{
    private const string Purpose = "form";

    /// <param name="page">The token that opened the page.</param>
    public string For(string page) => Convert.ToHexStringLower(keys.Sign(Purpose, Text(page, Today)));

    public bool IsGood(string page, string given)
    {
        Span<byte> signature = stackalloc byte[32];
        return Convert.FromHexString(given, signature, out _, out var written) == OperationStatus.Done && written == signature.Length
            && (keys.IsSigned(Purpose, Text(page, Today), signature) || keys.IsSigned(Purpose, Text(page, Today - 1), signature));
    }

    private int Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber;

    private static string Text(string page, int day) => string.Create(CultureInfo.InvariantCulture, $"{page} {day}");
}

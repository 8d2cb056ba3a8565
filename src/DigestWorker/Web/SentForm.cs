using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DigestWorker.Web;

/// <summary>A form as somebody sent it: bounded, and every value on one line.</summary>
internal sealed class SentForm(IFormCollection fields)
{
    private const int MostFields = 300, LongestName = 64;

    private static readonly SentForm Empty = new(FormCollection.Empty);

    /// <param name="longest">How many characters one value may have.</param>
    /// <returns>An empty form where none, or one beyond the bounds, was sent.</returns>
    public static async Task<SentForm> ReadAsync(HttpContext context, int longest = 2_000)
    {
        if (!context.Request.HasFormContentType)
        {
            return Empty;
        }

        try
        {
            var bounds = new FormOptions { ValueCountLimit = MostFields, KeyLengthLimit = LongestName, ValueLengthLimit = longest };
            return new SentForm(await context.Request.ReadFormAsync(bounds, context.RequestAborted));
        }
        catch (InvalidDataException)
        {
            return Empty;
        }
    }

    /// <summary>With line breaks, for a field of several lines.</summary>
    public string Lines(string name) => fields[name].LastOrDefault() ?? "";

    public string Line(string name) => Clean(Lines(name));

    /// <summary>What was ticked, each once.</summary>
    public IReadOnlyList<string> All(string name) =>
        [.. fields[name].OfType<string>().Select(Clean).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];

    public bool Has(string name) => fields.ContainsKey(name);

    private static string Clean(string value) => string.Concat(value.Where(letter => !char.IsControl(letter))).Trim();
}

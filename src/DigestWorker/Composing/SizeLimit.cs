using System.Text;

namespace DigestWorker.Composing;

/// <summary>Keeps a digest below the size at which mail programs clip it: the lowest-ranked releases become one-liners until it fits.</summary>
internal static class SizeLimit
{
    /// <summary>Under 90,000 with room for a person's own lines.</summary>
    private const int LongestHtml = 88_000;

    /// <summary>Under 102,000, where Gmail clips, as quoted-printable.</summary>
    private const int LongestEncoded = 100_000;

    public static DigestSelection Fit(DigestSelection selection, Func<DigestSelection, string> html)
    {
        if (Holds(html(selection)))
        {
            return selection;
        }

        var full = Most(selection.Full.Count, count => Holds(html(WithFull(selection, count))));
        var shorter = WithFull(selection, full);
        return full > 0
            ? shorter
            : WithOneLiners(shorter, Most(shorter.OneLiners.Count, count => Holds(html(WithOneLiners(shorter, count)))));
    }

    private static DigestSelection WithFull(DigestSelection selection, int count) => selection with
    {
        Full = [.. selection.Full.Take(count)],
        OneLiners = [.. selection.Full.Skip(count), .. selection.OneLiners],
    };

    private static DigestSelection WithOneLiners(DigestSelection selection, int count) => selection with
    {
        OneLiners = [.. selection.OneLiners.Take(count)],
        More = selection.More + selection.OneLiners.Count - count,
    };

    /// <summary>The largest number up to <paramref name="all"/> that fits, where fewer always fit better; 0 when none does.</summary>
    private static int Most(int all, Func<int, bool> fits)
    {
        var (low, high) = (0, all);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = fits(middle) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    public static bool Holds(string html)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        return bytes.Length < LongestHtml && EncodedLength(bytes) < LongestEncoded;
    }

    /// <summary>As quoted-printable: three characters for what is not plain, and a soft break in each line of 76.</summary>
    private static int EncodedLength(byte[] bytes)
    {
        var characters = bytes.Sum(value => value is (>= (byte)' ' and <= (byte)'~' and not (byte)'=') or (byte)'\n' ? 1 : 3);
        return characters + (3 * characters / 76);
    }
}

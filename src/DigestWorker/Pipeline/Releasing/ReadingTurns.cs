using System.Text.RegularExpressions;

namespace DigestWorker.Pipeline.Releasing;

/// <summary>Reads a text that may be too much for a pattern, so that no text can hold up those behind it.</summary>
internal static class ReadingTurns
{
    private const int Most = 2;

    /// <param name="whole">Has a second turn, since a busy machine alone can use up the time of a pattern.</param>
    /// <param name="part">What does where both turns took too long.</param>
    public static T Take<T>(Func<T> whole, Func<T> part)
    {
        for (var turn = 1; turn <= Most; turn++)
        {
            try
            {
                return whole();
            }
            catch (RegexMatchTimeoutException)
            {
                // The next turn, or the part.
            }
        }

        return part();
    }
}

using System.Text.RegularExpressions;
using DigestWorker.Collecting.Pages.MainParts;
using DigestWorker.Domain;

namespace DigestWorker.Collecting.Pages;

/// <summary>Pages that a server answers with 200 in place of the one asked for.</summary>
internal static partial class BlockedPage
{
    private const int LongestNotice = 1500;

    /// <returns>What came instead, in the admin's words; null for a page that may be the right one.</returns>
    public static ReadResult.Failed? Instead(HtmlPage page, MainText main)
    {
        var notice = $"{page.Title}\n{main.Heading}\n{main.Text}";
        return main.Text.Length > LongestNotice ? null
            : BrowserCheck().IsMatch(notice) ? new($"it answers programs with a browser check{Named(page)} instead of the page") { Trouble = Trouble.Blocked }
            : Consent().IsMatch(notice) ? new($"it asks for consent{Named(page)} before it shows the page") { Trouble = Trouble.Blocked }
            : SignIn().IsMatch($"{page.Title}\n{main.Heading}") ? new($"it asks to sign in{Named(page)} before it shows the page") { Trouble = Trouble.Blocked }
            : Error().IsMatch($"{page.Title}\n{main.Heading}") ? new($"it answers with an error page{Named(page)}")
            : null;
    }

    private static string Named(HtmlPage page) => page.Title.Length > 0 ? $" ('{page.Title}')" : "";

    [GeneratedRegex(@"just a moment\.\.\.|check(ing)? (if )?your browser|enable javascript and cookies|verify (that )?you are (a )?human|(are you|you are) (not )?a robot|pardon our interruption|attention required|security check|unusual traffic|captcha|incapsula incident|access (to this page )?(has been |is )?denied", RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex BrowserCheck();

    [GeneratedRegex(@"before you continue to|we value your privacy|consent to (the use of )?cookies|accept (all )?cookies to continue", RegexOptions.IgnoreCase, Pattern.Limit)]
    private static partial Regex Consent();

    [GeneratedRegex(@"^(please )?(sign|log) ?in( to your account)?( ?[|:–-] .*)?$", RegexOptions.IgnoreCase | RegexOptions.Multiline, Pattern.Limit)]
    private static partial Regex SignIn();

    [GeneratedRegex(@"^(error\b.*|4\d\d\b.*|5\d\d\b.*|.*\b(page|file) (was |could )?(not|cannot) (be )?found.*|.*\b(service|site|page) (is )?(temporarily |currently )?unavailable.*|.*\bunder maintenance.*|sorry, there is a problem.*|something went wrong.*|forbidden)$", RegexOptions.IgnoreCase | RegexOptions.Multiline, Pattern.Limit)]
    private static partial Regex Error();
}

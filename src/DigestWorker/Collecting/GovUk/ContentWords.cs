namespace DigestWorker.Collecting.GovUk;

/// <summary>What the admin is told about a watched page that no longer stands at its address.</summary>
internal static class ContentWords
{
    private const int LongestExplanation = 300;

    public static string Moved(Uri asked, string destination) =>
        $"GOV.UK has moved this page{To(asked, destination)}; write its new address into the settings";

    public static string Gone(Uri asked, ContentPage.Gone gone)
    {
        var because = gone.Explanation.Length > 0 ? $" ({Bounded.Line(gone.Explanation, LongestExplanation)})" : "";
        var instead = gone.Alternative.Length > 0 ? $" and points{To(asked, gone.Alternative)}" : "";
        return $"GOV.UK has taken this page away{because}{instead}; change its address in the settings, or remove the source";
    }

    private static string To(Uri asked, string destination) =>
        destination.Length == 0 ? ""
        : Uri.TryCreate(asked.IsFile ? GovUkSite.Home : asked, destination, out var address) ? $" to {address.AbsoluteUri}"
        : "";
}

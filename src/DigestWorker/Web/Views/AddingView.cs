using DigestWorker.Pipeline.Rosters;

namespace DigestWorker.Web.Views;

/// <summary>What pasting people does or did.</summary>
/// <param name="People">As it was pasted, to be sent once more by whoever confirms.</param>
internal sealed record AddingView(string Token, string FormToken, string People, PasteReport Report)
{
    public bool IsKept { get; init; }

    public bool CanAdd => !IsKept && Report.Added.Count > 0;

    public string Summary => $"{Report.Added.Count} {(IsKept ? "added" : "would be added")}, {Report.Unchanged} {(Report.Unchanged == 1 ? "is" : "are")} in the team already.";
}

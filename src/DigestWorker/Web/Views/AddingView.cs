using DigestWorker.Pipeline.Rosters;

namespace DigestWorker.Web.Views;

/// <summary>What pasting people does or did.</summary>
/// <param name="People">As it was pasted, to be sent once more by whoever confirms.</param>
internal sealed record AddingView(string Token, string FormToken, string People, PasteReport Report)
{
    public bool IsKept { get; init; }

    public bool CanAdd => !IsKept && Report.Added.Count + Report.Changed.Count > 0;

    public string Button => (Report.Added.Count, Report.Changed.Count) switch
    {
        ( > 0, > 0) => "Add and change them",
        (0, _) => "Change them",
        _ => "Add them",
    };

    public string Summary =>
        $"{Report.Added.Count} {Would}added, {(Report.Changed.Count > 0 ? $"{Report.Changed.Count} {Would}changed, " : "")}{Report.Unchanged} {(Report.Unchanged == 1 ? "is" : "are")} in the team already.";

    private string Would => IsKept ? "" : "would be ";
}

namespace DigestWorker.Web.Views;

/// <summary>The form for joining by oneself, as it was sent where it has mistakes.</summary>
internal sealed record JoinView(string Email, IReadOnlyList<OptionView> Roles, IReadOnlyList<OptionView> Areas)
{
    public required string About { get; init; }

    public required IReadOnlyList<string> Privacy { get; init; }

    public IReadOnlyList<MistakeView> Mistakes { get; init; } = [];

    public string? EmailMistake => MistakeView.At(Mistakes, "email");

    public string? RoleMistake => MistakeView.At(Mistakes, "role");

    public string? AreaMistake => MistakeView.At(Mistakes, "area");
}

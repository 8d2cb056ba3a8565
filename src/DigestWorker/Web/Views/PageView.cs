namespace DigestWorker.Web.Views;

/// <param name="Body">HTML, rendered from a template.</param>
internal sealed record PageView(string Title, string Service, string Body);

/// <summary>A page that says something and may offer one button.</summary>
internal sealed record MessageView(params string[] Paragraphs)
{
    public ButtonView? Button { get; init; }

    public IReadOnlyList<LinkView> Links { get; init; } = [];
}

/// <param name="Action">Relative to the page, so that it works below any path of the public address.</param>
/// <param name="FormToken">Null where the link itself is all that the act takes.</param>
internal sealed record ButtonView(string Action, string Label, string? FormToken = null);

internal sealed record LinkView(string Address, string Label);

/// <summary>One box to tick, or one row of a list.</summary>
/// <param name="Group">The name under which the form sends it.</param>
internal sealed record OptionView(string Group, string Id, string Name, bool Chosen)
{
    /// <summary>The box's own name in the page.</summary>
    public string Field => $"{Group}-{Id.Replace(' ', '-')}";
}

/// <param name="Field">Where in the page it is put right.</param>
internal sealed record MistakeView(string Field, string Message)
{
    public static string? At(IEnumerable<MistakeView> mistakes, string field) => mistakes.FirstOrDefault(mistake => mistake.Field == field)?.Message;
}

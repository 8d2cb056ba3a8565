namespace DigestWorker.Composing.Rendering;

/// <summary>A template that cannot be used, said so that the admin finds the place.</summary>
internal sealed class TemplateFault : Exception
{
    public TemplateFault(TemplateSource template, int? line, string reason, Exception? cause = null)
        : base($"{template.Name}{(line is null ? "" : $", line {line}")}: {reason}", cause) =>
        Line = line;

    public int? Line { get; }
}

namespace DigestWorker.Collecting.Feeds;

/// <summary>What a feed wrote into a field. Reading it as text is work, so only the field that is used is read.</summary>
internal readonly record struct FieldText(string Raw, bool IsHtml)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Raw);

    public string ToText() => IsHtml ? HtmlText.Of(Raw) : PlainText.Of(Raw);
}

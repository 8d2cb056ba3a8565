namespace DigestWorker.Collecting.Feeds;

/// <summary>What a feed wrote into a field. Reading it as text is work, so only the field that is used is read.</summary>
internal readonly record struct FieldText(string Raw, bool IsHtml)
{
    private bool IsText { get; init; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Raw);

    /// <summary>Reads it at once, where keeping what the feed wrote is more work than that.</summary>
    public static FieldText Read(ReadOnlySpan<char> raw, bool isHtml) =>
        TwiceEncoded.MayBeIn(raw)
            ? new FieldText(new FieldText(raw.ToString(), isHtml).ToText(), IsHtml: false) { IsText = true }
            : new(isHtml ? HtmlText.Of(raw) : PlainText.Of(raw), IsHtml: false) { IsText = true };

    public string ToText() => IsText ? Raw : IsHtml ? HtmlText.Of(TwiceEncoded.Mended(Raw)) : PlainText.Of(TwiceEncoded.Mended(Raw));
}

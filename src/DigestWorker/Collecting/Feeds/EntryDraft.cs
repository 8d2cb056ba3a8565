namespace DigestWorker.Collecting.Feeds;

/// <summary>One entry as it is written in the feed, field by field; the first of several values of a field stays.</summary>
internal sealed class EntryDraft
{
    private static readonly int FieldCount = Enum.GetValues<Field>().Length;

    private readonly FieldText[] _texts = new FieldText[FieldCount];
    private Field _linkField;

    public List<string> Categories { get; } = [];

    public Uri? Link { get; private set; }

    /// <summary>A link that was written but leads nowhere a reader may be sent.</summary>
    public string? RefusedLink { get; private set; }

    public FieldText this[Field field] => _texts[(int)field];

    public void Set(Field field, FieldText text)
    {
        if (_texts[(int)field].IsBlank)
        {
            _texts[(int)field] = text;
        }
    }

    public void SetLink(Field field, Uri outer, string written)
    {
        var link = EntryLink.Of(outer, written);
        if (link is not null && (Link is null || field < _linkField))
        {
            (_linkField, Link) = (field, link);
        }
        else if (link is null && !string.IsNullOrWhiteSpace(written))
        {
            RefusedLink ??= written;
        }
    }

    public string FirstText(params ReadOnlySpan<Field> fields)
    {
        foreach (var field in fields)
        {
            if (this[field] is { IsBlank: false } text)
            {
                return text.ToText();
            }
        }

        return "";
    }
}

namespace DigestWorker.Collecting.Feeds;

/// <summary>Reads the element of one entry, whatever the format.</summary>
internal sealed class XmlEntry
{
    private readonly XmlWalk _walk;
    private readonly Uri _home;
    private readonly EntryDraft _draft = new();

    private XmlEntry(XmlWalk walk, Uri outer)
    {
        _walk = walk;
        _home = walk.BaseWithin(outer);
    }

    public static EntryDraft Read(XmlWalk walk, Uri outer)
    {
        var entry = new XmlEntry(walk, outer);
        if (walk.RdfAttribute("about") is { } about)
        {
            entry._draft.Set(Field.About, new(about, IsHtml: false));
            entry._draft.SetLink(Field.About, entry._home, about);
        }

        walk.EachChild(entry.Child);
        return entry._draft;
    }

    private void Child()
    {
        var vocabulary = _walk.Vocabulary;
        var named = Fields.Named(vocabulary, _walk.Name);
        switch (named)
        {
            case Field.MediaGroup:
                _walk.EachChild(Child);
                break;
            case Field.OriginalLink or Field.Link or Field.OtherLink or Field.Enclosure:
                Link(named.Value);
                break;
            case Field.Id:
                Id();
                break;
            case Field.Category:
                _draft.Categories.Add(_walk.Attribute("label") ?? _walk.Attribute("term") ?? _walk.Content().ToString());
                break;
            case Field.Author when vocabulary is Vocabulary.Atom:
                _walk.EachChild(Person);
                break;
            case { } field:
                Text(field, vocabulary);
                break;
        }
    }

    private void Link(Field field)
    {
        var outer = _walk.BaseWithin(_home);
        if (_walk.Attribute("href") is not { } address)
        {
            _draft.SetLink(field, outer, _walk.Attribute("url") ?? _walk.Content().ToString());
        }
        else if (AtomLink.FieldOf(_walk.Attribute("rel"), _walk.Attribute("type")) is { } relation)
        {
            _draft.SetLink(relation, outer, address);
        }
    }

    private void Id()
    {
        var isPermanentLink = _walk.Attribute("isPermaLink")?.Trim() is not "false";
        var id = _walk.Content().ToString();
        _draft.Set(Field.Id, new(id, IsHtml: false));
        if (isPermanentLink && EntryLink.IsWebAddress(id.Trim()))
        {
            _draft.SetLink(Field.PermanentId, _home, id);
        }
    }

    private void Person()
    {
        if (_walk.Name is "name")
        {
            _draft.Set(Field.Author, new(_walk.Content().ToString(), IsHtml: false));
        }
    }

    private void Text(Field field, Vocabulary vocabulary)
    {
        var form = field is Field.Identifier || IsDate(field) ? AtomText.Plain
            : vocabulary is Vocabulary.Atom ? AtomTexts.Of(_walk.Attribute("type"), _walk.Attribute("mode")) : AtomText.Html;
        if (form is not AtomText.NoText)
        {
            var content = _walk.Content();
            var isHtml = content.IsMarkup || form is AtomText.Html || (!(field is Field.Title || IsDate(field)) && AtomTexts.LooksLikeHtml(content.Text));
            _draft.Set(field, FieldText.Read(content.Text, isHtml));
        }
    }

    private static bool IsDate(Field field) => field is Field.Published or Field.OtherDate or Field.Updated;
}

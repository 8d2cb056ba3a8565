namespace DigestWorker.Collecting.Feeds;

/// <summary>Reads the element of one entry, whatever the format.</summary>
internal sealed class XmlEntry
{
    private readonly XmlWalk walk;
    private readonly Uri home;
    private readonly EntryDraft draft = new();

    private XmlEntry(XmlWalk walk, Uri outer)
    {
        this.walk = walk;
        home = walk.BaseWithin(outer);
    }

    public static EntryDraft Read(XmlWalk walk, Uri outer)
    {
        var entry = new XmlEntry(walk, outer);
        if (walk.RdfAttribute("about") is { } about)
        {
            entry.draft.Set(Field.About, new(about, IsHtml: false));
            entry.draft.SetLink(Field.About, entry.home, about);
        }

        walk.EachChild(entry.Child);
        return entry.draft;
    }

    private void Child()
    {
        var vocabulary = walk.Vocabulary;
        switch (Fields.Named(vocabulary, walk.Name))
        {
            case Field.MediaGroup:
                walk.EachChild(Child);
                break;
            case Field.OriginalLink or Field.Link or Field.OtherLink or Field.Enclosure:
                Link(Fields.Named(vocabulary, walk.Name)!.Value);
                break;
            case Field.Id:
                Id();
                break;
            case Field.Category:
                draft.Categories.Add(walk.Attribute("label") ?? walk.Attribute("term") ?? walk.Content().Text);
                break;
            case Field.Author when vocabulary is Vocabulary.Atom:
                walk.EachChild(Person);
                break;
            case { } field:
                Text(field, vocabulary);
                break;
        }
    }

    private void Link(Field field)
    {
        var outer = walk.BaseWithin(home);
        if (walk.Attribute("href") is not { } address)
        {
            draft.SetLink(field, outer, walk.Attribute("url") ?? walk.Content().Text);
        }
        else if (AtomLink.FieldOf(walk.Attribute("rel"), walk.Attribute("type")) is { } relation)
        {
            draft.SetLink(relation, outer, address);
        }
    }

    private void Id()
    {
        var isPermanentLink = walk.Attribute("isPermaLink")?.Trim() is not "false";
        var id = walk.Content().Text;
        draft.Set(Field.Id, new(id, IsHtml: false));
        if (isPermanentLink && EntryLink.IsWebAddress(id.Trim()))
        {
            draft.SetLink(Field.PermanentId, home, id);
        }
    }

    private void Person()
    {
        if (walk.Name is "name")
        {
            draft.Set(Field.Author, new(walk.Content().Text, IsHtml: false));
        }
    }

    private void Text(Field field, Vocabulary vocabulary)
    {
        var form = field is Field.Identifier or Field.Published or Field.OtherDate or Field.Updated ? AtomText.Plain
            : vocabulary is Vocabulary.Atom ? AtomTexts.Of(walk.Attribute("type"), walk.Attribute("mode")) : AtomText.Html;
        if (form is not AtomText.NoText)
        {
            var (text, isMarkup) = walk.Content();
            draft.Set(field, new(text, isMarkup || form is AtomText.Html || (field is not Field.Title && AtomTexts.LooksLikeHtml(text))));
        }
    }
}

namespace DigestWorker.Composing;

/// <summary>The words of a digest that are its sender's own.</summary>
/// <param name="Title">Stands in the masthead: "Safeguarding Digest".</param>
/// <param name="Sender">Who sends it, with a postal address.</param>
/// <param name="QuoteWords">The most words quoted from one entry; 0 for none.</param>
internal sealed record DigestWords(string Title, string Sender, int QuoteWords, IReadOnlyList<SupportLine> SupportLines)
{
    /// <summary>Ends a sentence, with one full stop.</summary>
    public string Sender { get; } = Sender.TrimEnd('.', ' ') + '.';

    /// <summary>Under which address a reader's own pages are, without a slash at the end; null where there are none.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>When the support lines were last tried: "24 November 2026"; null where nobody says.</summary>
    public string? SupportLinesChecked { get; init; }
}

/// <param name="Contact">A telephone number or an address.</param>
internal sealed record SupportLine(string Name, string Contact)
{
    /// <summary>A telephone number is not broken over two lines; an address may be longer than one.</summary>
    public string Unbroken => Contact.All(letter => char.IsAsciiDigit(letter) || letter == ' ') ? Contact.Replace(' ', '\u00a0') : Contact;
}

using DigestWorker.Classifying.Changes;
using FsCheck;
using FsCheck.Fluent;

namespace DigestWorker.Tests.Classifying.Changes;

public sealed class ChangeProperties
{
    private static readonly string[] Sentences =
    [
        "Staff must tell the duty team within 24 hours.", "Referrals", "Online harm", "Ask what the child saw online and who wrote to them.",
        "- who was present\n- what was agreed", "Call 01632 960001 or write to duty@board.invalid.", "In 2024/25 there were 1,204 referrals.",
        "Last updated 3 March 2025", "The panel may meet online. It should not meet alone.", "1.2 The board's yearly report | 12 | 14",
    ];

    private static readonly Arbitrary<string> Page =
        Gen.Elements(Sentences).NonEmptyListOf().Select(paragraphs => string.Join("\n\n", paragraphs)).ToArbitrary();

    private static readonly Arbitrary<string> Anything = ArbMap.Default.GeneratorFor<string>()
        .Zip(Gen.Elements(Sentences), (wild, sentence) => sentence + wild + "\n\n" + wild + sentence + '\uD800')
        .ToArbitrary();

    [Fact]
    public void A_text_does_not_differ_from_itself() =>
        Check(Prop.ForAll(Anything, text => ChangeDescriber.Describe(Version.Of(text), Version.Of(text)).Type == ChangeType.Nothing));

    [Fact]
    public void Paragraphs_in_another_order_have_moved() =>
        Check(Prop.ForAll(Page, page => Shuffled(page) is var other && ChangeDescriber.Describe(Version.Of(page), Version.Of(other)).Type
            is ChangeType.Moved or ChangeType.Nothing or ChangeType.Furniture));

    [Fact]
    public void Any_two_texts_can_be_described() =>
        Check(Prop.ForAll(Anything, Anything, (before, after) =>
            ChangeDescriber.Describe(Version.Of(before, after), Version.Of(after, before), Version.Note(before)).Summary.Contains('\n') is false));

    [Theory]
    [InlineData("n't"), InlineData("'n't n't'"), InlineData(".,.")]
    public void Words_without_letters_can_be_described(string odd) =>
        Assert.NotNull(ChangeDescriber.Describe(Version.Of(odd, "title"), Version.Of($"{odd} n't .", "title")));

    private static string Shuffled(string page)
    {
        var paragraphs = page.Split("\n\n");
        new Random(paragraphs.Length).Shuffle(paragraphs);
        return string.Join("\n\n", paragraphs);
    }

    private static void Check(Property property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), property);
}

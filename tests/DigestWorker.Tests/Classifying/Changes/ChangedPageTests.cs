using DigestWorker.Classifying.Changes;

namespace DigestWorker.Tests.Classifying.Changes;

public sealed class ChangedPageTests
{
    private const string Page =
        """
        Referrals

        Staff should tell the duty team within one working day when they are worried about a child.

        Write down what the child said in the child's own words.

        Recording

        The record goes into the child's file and is kept by the safeguarding lead.

        - who was present
        - what was agreed

        Last updated 3 March 2025
        """;

    [Fact]
    public void The_weightiest_reasons_are_told_under_their_headings()
    {
        var after = Page
            .Replace("should tell", "must tell", StringComparison.Ordinal)
            .Replace("one working day", "24 hours", StringComparison.Ordinal)
            .Replace("Last updated", "Online harm\n\nAsk about what the child has seen online and who has contacted them.\n\nLast updated", StringComparison.Ordinal);

        var change = ChangeDescriber.Describe(Version.Of(Page), Version.Of(after));

        Assert.Equal("Referrals: \"should\" became \"must\"; time limit one working day became 24 hours; new section \"Online harm\"", change.Summary);
        Assert.Equal(3, change.Reasons.Count);
    }

    [Theory]
    [InlineData("Ask for an interpreter where the family needs one.", "Recording: added: \"Ask for an interpreter where the family needs one.\"")]
    [InlineData("Interpreters must be booked.", "Recording: added: \"Interpreters must be booked.\"")]
    [InlineData("Interpreters\n\nAsk for an interpreter where the family needs one.", "New section \"Interpreters\"")]
    public void A_new_sentence_or_section_makes_news(string added, string summary)
    {
        var after = Page.Replace("- who was", added + "\n\n- who was", StringComparison.Ordinal);

        var change = ChangeDescriber.Describe(Version.Of(Page), Version.Of(after));

        Assert.Equal(summary, change.Summary);
        Assert.Equal(ChangeType.Substantive, change.Type);
    }

    [Fact]
    public void A_section_that_went_is_told_once()
    {
        var after = Page.Replace("Referrals", "", StringComparison.Ordinal)
            .Replace("Staff should tell the duty team within one working day when they are worried about a child.", "", StringComparison.Ordinal);

        var change = ChangeDescriber.Describe(Version.Of(Page), Version.Of(after));

        Assert.Equal("Section removed: \"Referrals\"", change.Summary);
    }

    [Theory]
    [InlineData("- what was agreed", "- what was agreed\n- next steps", "Wording")]
    [InlineData("Recording", "Recording a concern", "Wording")]
    [InlineData("Last updated 3 March 2025", "Last updated 17 November 2025", "Furniture")]
    [InlineData("Last updated 3 March 2025", "Last reviewed: Monday 17th November 2025 at 10:30am", "Furniture")]
    [InlineData("Last updated 3 March 2025", "Next review due: March 2027", "Furniture")]
    [InlineData("Last updated 3 March 2025", "We use some essential cookies to make this website work.\n\nAccept additional cookies", "Furniture")]
    [InlineData("Last updated 3 March 2025", "1,204 views\n\nReading time: 4 minutes", "Furniture")]
    [InlineData("Last updated 3 March 2025", "Share this page\n\nPrint this page\n\nBack to top", "Furniture")]
    [InlineData("Last updated 3 March 2025", "Related pages\n\n- How the partnership hears from children and their families", "Furniture")]
    [InlineData("Last updated 3 March 2025", "Sign up for our newsletter\n\n© Anytown Safeguarding Partnership 2025", "Furniture")]
    public void Fragments_and_furniture_are_silent(string before, string after, string type)
    {
        var change = ChangeDescriber.Describe(Version.Of(Page), Version.Of(Page.Replace(before, after, StringComparison.Ordinal)));

        Assert.Equal(type, $"{change.Type}");
        Assert.False(change.Substantive);
    }

    [Theory]
    [InlineData("Share information with the police without delay.")]
    [InlineData("Print the form for the family and sign it.")]
    [InlineData("Published reviews are kept by the board for learning.")]
    [InlineData("Search for the child in the shared record first.")]
    public void A_sentence_that_begins_like_furniture_is_none(string added)
    {
        var change = ChangeDescriber.Describe(Version.Of(Page), Version.Of(Page + "\n\n" + added));

        Assert.Equal($"Recording: added: \"{added}\"", change.Summary);
    }

    [Fact]
    public void Text_that_only_moved_is_silent()
    {
        var paragraphs = Page.ReplaceLineEndings("\n").Split("\n\n");

        var change = ChangeDescriber.Describe(Version.Of(Page), Version.Of(string.Join("\n\n", paragraphs.Reverse())));

        Assert.Equal(ChangeType.Moved, change.Type);
        Assert.False(change.Substantive);
    }

    [Fact]
    public void A_title_that_changed_its_words_of_duty_is_told()
    {
        var change = ChangeDescriber.Describe(Version.Of(Page, "What schools should report"), Version.Of(Page, "What schools must report"));

        Assert.Equal("Title: \"should\" became \"must\"", change.Summary);
    }

    [Fact]
    public void A_page_with_nothing_left_of_it_was_rewritten()
    {
        var other =
            """
            Our new front door brings police, health and council together in one room.

            Every worry about a family comes to the same number, day and night.

            A manager reads each one and decides who visits.

            Parents hear from us what happens next, in writing and in their language.
            """;

        var change = ChangeDescriber.Describe(Version.Of(Page), Version.Of(other));

        Assert.Equal("The text was rewritten", change.Summary);
        Assert.Equal(ChangeType.Substantive, change.Type);
    }

    [Fact]
    public void The_publishers_note_comes_first_and_makes_news_by_itself()
    {
        var after = Page.Replace("should tell", "must tell", StringComparison.Ordinal);
        var note = Version.Note("Made the duty to refer clearer");

        Assert.Equal("Made the duty to refer clearer. Referrals: \"should\" became \"must\"", ChangeDescriber.Describe(Version.Of(Page), Version.Of(after), note).Summary);

        var alone = ChangeDescriber.Describe(Version.Of(Page), Version.Of(Page), note);
        Assert.True(alone.Substantive);
        Assert.Equal("Made the duty to refer clearer.", alone.Summary);
        Assert.Equal(["Made the duty to refer clearer."], alone.Reasons);
    }

    [Fact]
    public void A_note_of_first_publication_is_no_change() =>
        Assert.Equal(ChangeType.Nothing, ChangeDescriber.Describe(Version.Of(Page), Version.Of(Page), Version.Note("First published.")).Type);

    [Fact]
    public void A_date_of_upkeep_by_itself_is_nothing()
    {
        var after = Version.Of(Page) with { Updated = Version.On("2025-11-17") };

        Assert.Equal(ChangeType.Nothing, ChangeDescriber.Describe(Version.Of(Page), after).Type);
    }
}

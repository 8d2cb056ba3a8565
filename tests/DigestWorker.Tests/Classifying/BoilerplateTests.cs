using DigestWorker.Classifying;

namespace DigestWorker.Tests.Classifying;

public sealed class BoilerplateTests
{
    private const string Publisher = "Example Safeguarding Partnership";
    private const string Story = "Referrals about neglect rose by a fifth last year, and the partnership has published a plan.";

    [Theory]
    [InlineData("If you are worried about a child, call our helpline free on 0800 000 000. In an emergency call 999.")]
    [InlineData("Example Safeguarding Partnership brings together the council, the police and the NHS. Find training and policies on our website.")]
    [InlineData("Example Safeguarding Partnership is a registered charity (charity number 000000).")]
    [InlineData("We use cookies to make this site work.")]
    [InlineData("Sign up for our newsletter and follow us on social media.")]
    [InlineData("All content is available under the Open Government Licence v3.0, except where otherwise stated.")]
    [InlineData("Nothing here should be relied on as advice. To receive our bulletins, log in and change your preferences.")]
    [InlineData("Related content: five more pieces on online grooming and sextortion.")]
    [InlineData("If you have been affected by this story, free and confidential support is available from the Samaritans.")]
    [InlineData("© 2025 Example Safeguarding Partnership. All rights reserved. Terms and conditions.")]
    public void What_stands_under_every_page_is_cut(string paragraph)
    {
        Assert.Equal([Story], Boilerplate.Cut([Story, paragraph], Publisher));
        Assert.Equal([Story], Boilerplate.Cut([paragraph, Story, paragraph], Publisher));
    }

    [Theory]
    [InlineData("Calls to the helpline about domestic abuse have doubled since March.")]
    [InlineData("Schools must follow the guidance when they sign up volunteers.")]
    [InlineData("Example Safeguarding Partnership has published two reviews about babies.")]
    [InlineData("Practitioners should ring the front door team before they make a referral.")]
    public void What_is_told_stays(string paragraph) => Assert.Equal([Story, paragraph], Boilerplate.Cut([Story, paragraph], Publisher));

    [Fact]
    public void A_cue_in_the_middle_of_a_piece_is_part_of_it()
    {
        string[] paragraphs = [Story, "We use cookies to make this site work.", Story];

        Assert.Equal(paragraphs, Boilerplate.Cut(paragraphs, Publisher));
    }

    [Fact]
    public void A_text_that_is_its_own_boilerplate_stays_whole()
    {
        string[] paragraphs = ["We use cookies to make this site work.", "Sign up for our newsletter."];

        Assert.Equal(paragraphs, Boilerplate.Cut(paragraphs, Publisher));
        Assert.Empty(Boilerplate.Cut([], Publisher));
    }
}

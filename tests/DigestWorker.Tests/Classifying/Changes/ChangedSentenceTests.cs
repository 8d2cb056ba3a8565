using DigestWorker.Classifying.Changes;

namespace DigestWorker.Tests.Classifying.Changes;

public sealed class ChangedSentenceTests
{
    [Theory]
    [InlineData("Staff should tell the safeguarding lead about a concern.", "Staff must tell the safeguarding lead about a concern.", "\"should\" became \"must\"")]
    [InlineData("Staff must keep a record of the call.", "Staff may keep a record of the call.", "\"must\" became \"may\"")]
    [InlineData("Schools need to tell parents before a visit.", "Schools should tell parents before a visit.", "\"need to\" became \"should\"")]
    [InlineData("The chair is expected to invite the family.", "The chair is required to invite the family.", "\"expected to\" became \"required to\"")]
    [InlineData("Practitioners may share the child's address.", "Practitioners must not share the child's address.", "\"may\" became \"must not\"")]
    [InlineData("You cannot interview the child alone.", "You can interview the child alone.", "\"cannot\" became \"can\"")]
    [InlineData("Carers keep a daily log for the child.", "Carers must keep a daily log for the child.", "\"must\" added")]
    [InlineData("Tell the duty team within one working day.", "Tell the duty team within 24 hours.", "Time limit one working day became 24 hours")]
    [InlineData("Report the injury as soon as possible.", "Report the injury immediately.", "Time limit as soon as possible became immediately")]
    [InlineData("Hold the strategy meeting within 5 working days.", "Hold the strategy meeting within three working days.", "Time limit 5 working days became three working days")]
    [InlineData("This form is for children aged 10 to 15.", "This form is for children aged 10 to 17.", "Age aged 10 to 15 became aged 10 to 17")]
    [InlineData("The procedure starts on 1 April 2026.", "The procedure starts on 1 May 2026.", "Date 1 April 2026 became 1 May 2026")]
    [InlineData("The office is open until 5pm on weekdays.", "The office is open until 4:30pm on weekdays.", "Time 5pm became 4:30pm")]
    [InlineData("Panels sit with four members.", "Panels sit with six members.", "Number four became six")]
    [InlineData("Some 62% of plans were reviewed in time.", "Some 58% of plans were reviewed in time.", "Number 62% became 58%")]
    [InlineData("The grant pays up to £1,200 a family.", "The grant pays up to £1,500 a family.", "Number £1,200 became £1,500")]
    [InlineData("Ask for consent before a referral.", "Ask for consent before a referral unless this puts the child at risk.", "Condition \"unless this puts the child at risk\" added")]
    [InlineData("Only the designated doctor signs the form.", "The designated doctor signs the form.", "Condition \"Only the designated doctor signs the form\" dropped")]
    [InlineData("The form is shared with the school.", "The form is not shared with the school.", "Condition \"not shared with the school\" added")]
    [InlineData("The panel looks at regulated placements each month.", "The panel looks at unregulated placements each month.", "\"regulated\" became \"unregulated\"")]
    [InlineData("Call the duty desk on 01632 960001.", "Call the duty desk on 01632 960 117.", "Phone number 01632 960001 became 01632 960 117")]
    [InlineData("Write to duty@board.invalid with the form.", "Write to frontdoor@board.invalid with the form.", "E-mail address duty@board.invalid became frontdoor@board.invalid")]
    [InlineData("The form is at www.example.org/referral for all.", "The form is at www.example.org/refer-a-child for all.", "Link www.example.org/referral became www.example.org/refer-a-child")]
    [InlineData(
        "The child's voice is heard at the review meeting with the family.",
        "The review meeting with the family hears the child's own views, wishes and feelings through an independent advocate.",
        "Reworded: \"The review meeting with the family hears the child's own views, wishes and feelings...\"")]
    public void A_telling_change_is_named_and_makes_news(string before, string after, string summary)
    {
        var change = ChangeDescriber.Describe(Version.Of(before), Version.Of(after));

        Assert.Equal(ChangeType.Substantive, change.Type);
        Assert.True(change.Substantive);
        Assert.Equal(summary, change.Summary);
    }

    [Theory]
    [InlineData("Write down the child\u2019s behaviour \u2013 \u201cin full\u201d.", "Write down the child's behaviour - \"in full\".", "Nothing")]
    [InlineData("The board meets in\u00A0Anytown\u00AD.", "The board  meets in Anytown.", "Nothing")]
    [InlineData("Note the child's behavior in the log.", "Note the child's behaviour in the log.", "Spelling")]
    [InlineData("Safe guarding is everyone's duty.", "Safeguarding is everyone's duty.", "Spelling")]
    [InlineData("Looked-after children have a reviewing officer.", "Looked after children have a reviewing officer", "Spelling")]
    [InlineData("You don't need to wait for proof.", "You do not need to wait for proof.", "Spelling")]
    [InlineData("Keep the notes for five years.", "Keep the notes for 5 years.", "Wording")]
    [InlineData("The service is for children aged 2 to 4.", "The service is for 2 to 4-year-olds.", "Wording")]
    [InlineData("You can call the desk at any time.", "You may call the desk at any time.", "Wording")]
    [InlineData("Staff shall record each visit.", "Staff must record each visit.", "Wording")]
    [InlineData("The board asks each agency for a yearly report.", "The partnership asks each agency for a yearly report.", "Wording")]
    [InlineData("Call us on 01632 960001.", "Call us on 01632 960 001.", "Spelling")]
    [InlineData("2. Tell the police.\n\n3. Make a record of it.", "1. Tell the police.\n\n4. Make a record of it.", "Furniture")]
    [InlineData("The steps are in paragraph 4.2 of the manual.", "The steps are in paragraph 4.3 of the manual.", "Wording")]
    public void Wording_and_spelling_are_silent(string before, string after, string type)
    {
        var change = ChangeDescriber.Describe(Version.Of(before), Version.Of(after));

        Assert.Equal(type, $"{change.Type}");
        Assert.False(change.Substantive);
    }
}

using DigestWorker.Classifying.Documents;
using DigestWorker.Domain;

namespace DigestWorker.Tests.Classifying.Documents;

public sealed class NamedDocumentsTests
{
    [Theory]
    [InlineData("KCSIE 2026: five changes that your staff should read", "keeping children safe in education", "2026")]
    [InlineData("What is new in Keeping Children Safe in Education (September 2026)?", "keeping children safe in education", "2026-09")]
    [InlineData("Your guide to the 2026-27 edition of Keeping children safe in education", "keeping children safe in education", "2026")]
    [InlineData("The 2026 update to KCSIE", "keeping children safe in education", "2026")]
    [InlineData("Working Together 2026: what partners must do", "working together to safeguard children", "2026")]
    [InlineData("Working together to improve school attendance is now statutory", "working together to improve school attendance", null)]
    [InlineData("Early years foundation stage statutory framework: for group providers", "early years foundation stage", null)]
    [InlineData("EYFS: what changes in January 2026", "early years foundation stage", "2026-01")]
    [InlineData("Information sharing: advice for practitioners (updated May 2026)", "information sharing advice", "2026-05")]
    [InlineData("Searching, screening & confiscation: new powers", null, null)]
    [InlineData("New advice on searching, screening and confiscation at school", "searching, screening and confiscation", null)]
    [InlineData("Disqualification under the Childcare Act 2006", "disqualification under the childcare act", null)]
    [InlineData("Modern Slavery Act 2015: revised statutory guidance", "modern slavery statutory guidance", null)]
    [InlineData("Wales Safeguarding Procedures: quick guide", "wales safeguarding procedures", null)]
    [InlineData("GIRFEC: refreshed practice materials", "getting it right for every child", null)]
    [InlineData("Self-neglect policy: Making Safeguarding Personal in practice", "making safeguarding personal", null)]
    public void A_document_has_one_name_in_all_its_spellings(string title, string? name, string? edition)
    {
        var mention = NamedDocuments.In(title, "").SingleOrDefault();

        Assert.Equal(name, mention?.Name);
        Assert.Equal(edition, mention?.Edition);
    }

    [Theory]
    [InlineData("Agencies are working together to safeguard the town centre")]
    [InlineData("Pupils prevent duty teachers from leaving")]
    [InlineData("Child protection referrals rise by 4%")]
    [InlineData("Safeguarding guidance")]
    [InlineData("What governors should know about the guidance")]
    [InlineData("")]
    public void Words_alone_name_no_document(string title) => Assert.Empty(NamedDocuments.In(title, ""));

    [Theory]
    [InlineData("Multi-Agency Resolution and Escalation Protocol", "multi agency resolution and escalation protocol", null)]
    [InlineData("Updated: Example Borough Neglect Strategy 2026-2029", "example borough neglect strategy", "2026")]
    [InlineData("Perplexing presentations: practice guidance, version 3.1", "perplexing presentations practice guidance", "v3.1")]
    [InlineData("Launch of the revised Harmful Sexual Behaviour Toolkit", "harmful sexual behaviour toolkit", null)]
    public void A_document_that_no_list_holds_is_named_by_its_title(string title, string name, string? edition)
    {
        var mention = Assert.Single(NamedDocuments.In(title, ""));

        Assert.Equal((name, edition, false, true), (mention.Name, mention.Edition, mention.Listed, mention.InTitle));
    }

    [Fact]
    public void The_opening_counts_where_the_title_names_nothing()
    {
        var mention = Assert.Single(NamedDocuments.In("Ten things for September", "The final text of KCSIE 2026 is out."));

        Assert.Equal(("keeping children safe in education", "2026", false), (mention.Name, mention.Edition, mention.InTitle));
    }

    [Theory]
    [InlineData("Read it together with Working Together 2026 and your local procedures.")]
    [InlineData("Our briefing has been brought into line with it, in line with KCSIE.")]
    [InlineData("Partners follow the threshold rules set out in Working Together.")]
    public void A_document_that_is_only_referred_to_is_not_what_the_entry_is_about(string opening) =>
        Assert.Empty(NamedDocuments.In("A note for partners", opening));

    [Theory]
    [InlineData("The advice replaces Keeping children safe in education 2025.", null)]
    [InlineData("KCSIE 2025 has been replaced.", null)]
    [InlineData("KCSIE takes effect on 1 September.", "2026-09")]
    [InlineData("KCSIE takes effect on 1 September 2027.", "2027-09")]
    public void An_edition_is_that_of_the_new_text(string opening, string? edition) =>
        Assert.Equal(edition, Assert.Single(NamedDocuments.In("Ten things for staff", opening, new DateOnly(2026, 6, 3))).Edition);

    [Theory]
    [InlineData("Consultation on Keeping children safe in education 2026", "", true)]
    [InlineData("Changes to the EYFS", "The consultation is open until 17 June.", true)]
    [InlineData("Government consults on the SEND code of practice", "", true)]
    [InlineData("Consultation outcome: the EYFS framework", "", false)]
    [InlineData("Keeping children safe in education 2026: for information", "After a consultation this is the text.", false)]
    [InlineData("KCSIE 2026 is out", "The usual consultation was left out this year.", false)]
    public void A_consultation_on_a_draft_is_told_from_the_document(string title, string opening, bool draft) =>
        Assert.Equal(draft, Assert.Single(NamedDocuments.In(title, opening)).Draft);

    [Theory]
    [InlineData("2026", "2026-09", true)]
    [InlineData("2026-04", "2026-05", true)]
    [InlineData("2026-01", "2026-11", false)]
    [InlineData("2025", "2026", false)]
    [InlineData("v2.0", "v3.0", false)]
    [InlineData("v2.0", "2026", false)]
    [InlineData(null, "2026", true)]
    public void Editions_agree_as_far_as_they_are_told(string? one, string? other, bool agree)
    {
        Assert.Equal(agree, Mention(one).MayBe(Mention(other)));
        Assert.Equal(agree, Mention(other).MayBe(Mention(one)));
    }

    [Fact]
    public void A_draft_is_not_the_document_that_it_becomes() => Assert.False((Mention("2026") with { Draft = true }).MayBe(Mention("2026")));

    [Theory]
    [InlineData(400_000, "KCSIE ")]
    [InlineData(400_000, "2026 ")]
    [InlineData(400_000, "replaces, read with ")]
    [InlineData(1_000_000, "a")]
    public void Long_texts_are_read_at_their_beginning(int times, string text)
    {
        var endless = string.Concat(Enumerable.Repeat(text, times));

        Assert.InRange(NamedDocuments.In(endless, endless).Count, 0, 1);
    }

    private static DocumentMention Mention(string? edition) => new("keeping children safe in education", edition, InTitle: true);
}

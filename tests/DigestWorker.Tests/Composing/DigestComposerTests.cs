using System.Text;
using AngleSharp.Dom;
using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing;

public sealed class DigestComposerTests
{
    private static readonly DigestRequest Week = SampleWeek.For(SampleWeek.SchoolLead, "Kent");

    [Fact]
    public void The_opening_says_for_whom_how_much_and_how_long()
    {
        var digest = Composer.Compose(Week);

        Assert.Equal("Safeguarding digest 23 Nov: 3 releases, 2 guidance pages", digest.Subject);
        Says(digest, "Safeguarding Digest", "Week to Sunday 22 November 2026", "Your week in safeguarding");
        Says(digest, "For designated safeguarding leads. 3 releases of figures and 2 guidance pages on the topics you follow. About 3 minutes to read.");
    }

    [Fact]
    public void Two_roles_are_both_named()
    {
        Says(Composer.Compose(Week with { Roles = [SampleWeek.SchoolLead, SampleWeek.NamedNurse] }), "For designated safeguarding leads and named nurses.");
    }

    [Fact]
    public void Html_and_text_hold_the_same_sections_and_numbers_in_the_same_order()
    {
        var digest = Composer.Compose(SampleWeek.For(SampleWeek.Partnership with { FullReleases = 3 }, "Kent"));

        string[] titles =
        [
            "Figures",
            "1. NRM statistics, July to September 2026",
            "2. Online grooming offences recorded by police, 2025/26",
            "Guidance and procedures",
            "3. Support level guidance: updated chapter on children missing from home",
            "Also this week",
            "4. Domestic abuse in England and Wales overview: November 2026",
            "5. Multi-agency practice guidance: professional disagreement",
        ];
        AssertInOrder(titles, MailText.OfHtml(digest.Html));
        AssertInOrder(titles, MailText.OfText(digest.Text));
    }

    [Fact]
    public void A_release_says_what_it_is_what_it_is_for_and_why_it_is_there()
    {
        var digest = Composer.Compose(Week);

        Says(
            digest,
            "Police forces recorded 7,240 offences of sexual communication with a child in 2025/26.",
            "Useful for: staff updates and talks with parents; your filtering and monitoring review.",
            "Why this is here. Core to your role: online grooming and online safety.",
            "Topics: online grooming, online safety and child sexual abuse. Area: England and Wales.");
    }

    [Fact]
    public void Every_outlet_of_a_release_is_named_once_with_what_its_report_is()
    {
        var digest = Composer.Compose(Week);

        Says(
            digest,
            "2 reports of 1 release",
            "Home Office, 19 November 2026 (title above): figures",
            "Example County News, 19 November 2026: news report, \"Slavery referrals reach a new high, Home Office figures show\"");
        Assert.Single(Links(digest), link => link.TextContent == "Example County News, 19 November 2026");
    }

    [Fact]
    public void Every_link_of_the_html_stands_in_the_text_alone_on_its_line()
    {
        var digest = Composer.Compose(Week);

        var lines = digest.Text.Split('\n').Select(line => line.Trim()).ToHashSet();
        Assert.All(Links(digest), link => Assert.Contains(link.GetAttribute("href")!, lines));
        Assert.Equal(6, Links(digest).Count);
    }

    [Fact]
    public void No_line_of_the_text_is_longer_than_78_but_a_link()
    {
        Assert.All(
            Composer.Compose(Week).Text.Split('\n').Where(line => !line.Contains("https://", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, 78));
    }

    [Fact]
    public void A_content_note_stands_before_sensitive_topics_and_only_then()
    {
        Says(Composer.Compose(Week), "Content note: this digest covers online grooming and child sexual abuse.");
        SaysNot(Composer.Compose(SampleWeek.For(SampleWeek.AdultsLead)), "Content note");
    }

    [Fact]
    public void Sources_that_could_not_be_read_are_named()
    {
        string[] many = [.. Enumerable.Range(1, 10).Select(number => $"source {number}")];

        Says(Composer.Compose(Week with { UnreadSources = ["Ofsted news"] }), "Some sources could not be read: Ofsted news.");
        Says(Composer.Compose(Week with { UnreadSources = many }), "source 7, source 8 and 2 more.");
        SaysNot(Composer.Compose(Week), "could not be read");
    }

    [Fact]
    public void Of_two_uses_that_say_nearly_the_same_only_the_first_is_told()
    {
        var role = A.Role(("online-grooming", 3), ("csa", 2), ("missing", 1)) with
        {
            UsefulFor = new Dictionary<string, string>
            {
                ["online-grooming"] = "the exploitation subgroup's agenda and local problem profile",
                ["csa"] = "the exploitation subgroup's agenda and screening tool",
                ["missing"] = "the data set on return interviews",
            },
        };
        var digest = Composer.Compose(A.Request(role, A.ReleaseAbout(1, ["online-grooming", "csa", "missing"])));

        Says(digest, "Useful for: the exploitation subgroup's agenda and local problem profile; the data set on return interviews.");
    }

    [Theory]
    [InlineData("Reports of “self-generated” imagery rose.", true)]
    [InlineData("Reports of self generated images rose.", true)]
    [InlineData("Reports of imagery rose.", false)]
    public void Where_a_source_says_self_generated_the_digest_says_that_no_child_is_to_blame(string summary, bool says)
    {
        const string Note = "\"Self-generated\" is the source's word. No child is to blame for an image that was made of them.";
        var digest = Composer.Compose(A.Request(A.Role(("modern-slavery", 2)), A.Release(1, An.Stored(An.Entry("Imagery", summary)))));

        Assert.Equal(says, MailText.OfText(digest.Text).Contains(Note, StringComparison.Ordinal));
        Assert.Equal(says, MailText.OfHtml(digest.Html).Contains(Note, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_ahead_is_told_with_its_hour_and_the_reason_of_a_move()
    {
        var expected = new PublishedDate(new DateTimeOffset(2026, 12, 10, 9, 30, 0, TimeSpan.Zero), DatePrecision.Instant);
        var entry = An.Entry("Crime in England and Wales") with
        {
            Announcement = new Announcement(AnnouncementState.Confirmed, expected, expected with { At = expected.At.AddDays(-7) }, "More time for quality assurance."),
        };
        var stored = An.Stored(entry);
        var told = new UpcomingEvent(EventType.Published, new DateOnly(2026, 12, 10), DatePrecision.Day, Certainty.Confirmed, "More time for quality assurance.") { MovedFrom = new DateOnly(2026, 12, 3) };
        var ahead = new ComingUp(told, stored, A.Release(1, stored));

        Says(
            Composer.Compose(A.Request(A.Role(("modern-slavery", 2)), A.Release(2, An.Stored())) with { Ahead = [ahead] }),
            "10 December 2026", "To be published at 9:30am, confirmed, moved from 3 December 2026: \"More time for quality assurance.\" Home Office");
    }

    [Fact]
    public void A_first_digest_says_that_it_looks_back_four_weeks()
    {
        Says(Composer.Compose(Week with { Window = Week.Window with { First = true } }), "This is your first digest, so it looks back 4 weeks.");
        SaysNot(Composer.Compose(Week), "first digest");
    }

    [Fact]
    public void The_overview_has_five_rows_at_most_and_is_left_out_for_a_single_release()
    {
        Release[] releases = [.. Enumerable.Range(1, 8).Select(id => A.ReleaseAbout(id, ["attendance"]))];

        var digest = Composer.Compose(A.Request(SampleWeek.SchoolLead, releases));

        Says(digest, "In brief", "Figures: Release 5 (Home Office)");
        SaysNot(digest, "Figures: Release 6 (Home Office)");
        SaysNot(Composer.Compose(A.Request(SampleWeek.SchoolLead, releases[0])), "In brief");
    }

    [Fact]
    public void What_found_no_room_is_counted()
    {
        Release[] releases = [.. Enumerable.Range(1, 9).Select(id => A.ReleaseAbout(id, ["attendance"]))];
        var role = SampleWeek.SchoolLead with { FullReleases = 4, OneLiners = 4 };

        Says(Composer.Compose(A.Request(role, releases)), "1 more release on your topics found no room in this digest.");
        SaysNot(Composer.Compose(A.Request(role, releases[..8])), "found no room");
    }

    [Fact]
    public void A_release_without_a_web_address_or_a_date_is_shown_without_them()
    {
        var entry = An.Entry("Local procedures, chapter 4") with { Url = new Uri("file:///srv/samples/page.html"), Published = null };

        var digest = Composer.Compose(A.Request(A.Role(("modern-slavery", 2)), A.Release(1, An.Stored(entry))));

        Says(digest, "1. Local procedures, chapter 4", "No date given");
        Assert.Empty(Links(digest));
        Assert.DoesNotContain("file:", digest.Html + digest.Text);
    }

    [Fact]
    public void The_footer_names_the_sender_and_says_how_to_stop()
    {
        Says(
            Composer.Compose(Week),
            "If a child or adult is in immediate danger, call 999.",
            "Childline, for anyone under 19: 0800 1111",
            "To stop this digest, reply to this email.",
            "We do not track opens or clicks.",
            "Sent by Example Safeguarding Partnership, 1 Example Street, Sampletown.");
    }

    [Fact]
    public void The_footer_says_for_which_roles_areas_and_wishes_the_digest_was_chosen()
    {
        Says(Composer.Compose(Week), "This digest is for designated safeguarding leads, with Kent first.");
        var wishes = new Wishes(["county lines"], ["conference"], TextOnly: false) { FollowedTopics = ["adults"], MutedTopics = ["missing"] };
        Says(
            Composer.Compose(Week with { Areas = [], Wishes = wishes }),
            "This digest is for designated safeguarding leads. You also follow adult safeguarding and \"county lines\". You asked to leave out missing children and \"conference\".");
    }

    [Fact]
    public void The_footer_leads_to_the_page_on_what_is_held_where_there_are_pages()
    {
        var digest = Composer.Compose(Week, Composer.Words with { PublicUrl = "https://digest.example.org/weekly" });

        var link = Assert.Single(Links(digest), link => link.GetAttribute("href") == "https://digest.example.org/weekly/p/privacy");
        Assert.Equal("What we hold about you, why and for how long", link.TextContent);
        SaysNot(Composer.Compose(Week), "What we hold");
    }

    [Fact]
    public void What_found_no_room_is_a_link_to_the_page_that_has_all_of_it_where_there_are_pages()
    {
        Release[] releases = [.. Enumerable.Range(1, 3).Select(id => A.ReleaseAbout(id, ["attendance"]))];
        var request = A.Request(SampleWeek.SchoolLead with { FullReleases = 1, OneLiners = 1 }, releases);

        var link = Assert.Single(Links(Composer.Compose(request, Composer.Words with { PublicUrl = "https://digest.example.org" })), link => link.TextContent.Contains("what found no room", StringComparison.Ordinal));

        Assert.Equal($"https://digest.example.org/w/2026-W47/{PersonalSlots.Mark(PersonalSlots.Token)}/all", link.GetAttribute("href"));
        SaysNot(Composer.Compose(request), "See what found no room");
    }

    [Fact]
    public void A_telephone_number_stays_on_one_line_and_an_address_may_break()
    {
        var words = Composer.Words with { SupportLines = [new SupportLine("Childline", "0800 1111"), new SupportLine("Report", "report.example.org/a/long/way")] };

        var digest = Composer.Compose(Week, words);

        var lines = MailText.Parse(digest.Html).QuerySelectorAll("li").Select(line => line.TextContent).ToList();
        Assert.Contains("Childline: 0800\u00a01111", lines);
        Assert.Contains("Report: report.example.org/a/long/way", lines);
        Assert.Contains("Childline: 0800 1111\n", digest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_for_a_person_s_own_lines_is_a_line_of_its_own()
    {
        var digest = Composer.Compose(Week);

        var slot = PersonalSlots.Mark(PersonalSlots.WhyYouGetThis);
        Assert.Single(digest.Html.Split('\n'), line => line == slot);
        Assert.Single(digest.Text.Split('\n'), line => line == slot);
    }

    [Fact]
    public void Equal_requests_give_equal_digests_byte_for_byte()
    {
        var reversed = Week with { Candidates = [.. Week.Candidates.Reverse()] };

        var (once, again) = (Composer.Compose(Week), Composer.Compose(reversed));

        Assert.Equal((once.Subject, once.Text, once.Html), (again.Subject, again.Text, again.Html));
    }

    [Fact]
    public void A_selection_without_a_release_is_not_composed()
    {
        var empty = DigestSelector.Select(A.Request(SampleWeek.NamedNurse));

        Assert.True(empty.IsEmpty);
        Assert.Throws<ArgumentException>(() => Composer.Compose(Week, empty));
    }

    [Fact]
    public void Lines_are_ended_by_a_newline_alone_and_the_text_is_sound_unicode()
    {
        var digest = Composer.Compose(Week);

        Assert.DoesNotContain('\r', digest.Html + digest.Text);
        Assert.Equal(digest.Text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(digest.Text)));
    }

    private static void Says(ComposedDigest digest, params string[] words)
    {
        var (html, text) = (MailText.OfHtml(digest.Html), MailText.OfText(digest.Text));
        Assert.All(words, each => Assert.Contains(each, html, StringComparison.OrdinalIgnoreCase));
        Assert.All(words, each => Assert.Contains(each, text, StringComparison.OrdinalIgnoreCase));
    }

    private static void SaysNot(ComposedDigest digest, string words)
    {
        Assert.DoesNotContain(words, MailText.OfHtml(digest.Html));
        Assert.DoesNotContain(words, MailText.OfText(digest.Text));
    }

    private static void AssertInOrder(string[] titles, string text)
    {
        var at = text.IndexOf("In brief", StringComparison.Ordinal);
        foreach (var title in titles)
        {
            var next = text.IndexOf(title, at, StringComparison.OrdinalIgnoreCase);
            Assert.True(next >= at, $"'{title}' does not follow.");
            at = next + title.Length;
        }
    }

    private static List<IElement> Links(ComposedDigest digest) => [.. MailText.Parse(digest.Html).QuerySelectorAll("a")];
}

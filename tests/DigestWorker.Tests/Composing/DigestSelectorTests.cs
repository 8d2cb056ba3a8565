using DigestWorker.Composing;
using DigestWorker.Domain;
using DigestWorker.Tests.Support;

namespace DigestWorker.Tests.Composing;

public sealed class DigestSelectorTests
{
    private static readonly Role FollowsSlavery = A.Role(("modern-slavery", 2));

    [Fact]
    public void The_same_week_reads_differently_for_each_role()
    {
        string[] orders = [.. SampleWeek.Roles.Select(role => Ids(DigestSelector.Select(SampleWeek.For(role)).Full))];

        Assert.Equal(["2 3 4 1 5 7", "1 4 2 6 7", "6 1", "8 2 4 6 7"], orders);
    }

    [Fact]
    public void A_release_without_a_topic_never_gets_in_whatever_its_area()
    {
        var role = FollowsSlavery with { MinimumScore = 0 };
        var request = A.Request(role, A.ReleaseAbout(1, [], areas: ["Kent"])) with { Areas = ["Kent"] };

        Assert.True(DigestSelector.Select(request).IsEmpty);
    }

    [Fact]
    public void A_topic_that_the_role_does_not_follow_is_left_out_even_from_the_readers_own_area()
    {
        var request = A.Request(FollowsSlavery, A.ReleaseAbout(1, ["attendance"], areas: ["Kent"])) with { Areas = ["Kent"] };

        Assert.True(DigestSelector.Select(request).IsEmpty);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(2.5, false)]
    public void Below_the_minimum_score_a_release_is_left_out_and_not_counted(double minimum, bool selected)
    {
        var selection = DigestSelector.Select(A.Request(FollowsSlavery with { MinimumScore = minimum }, A.ReleaseAbout(1, ["modern-slavery"])));

        Assert.Equal(selected, !selection.IsEmpty);
        Assert.Equal(0, selection.More);
    }

    [Fact]
    public void A_stronger_topic_comes_before_many_weak_ones()
    {
        var role = A.Role(("core", 2), ("a", 1), ("b", 1), ("c", 1), ("d", 1), ("e", 1), ("f", 1), ("g", 1), ("h", 1), ("i", 1), ("j", 1), ("k", 1), ("l", 1));
        var weak = A.ReleaseAbout(1, ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"]);

        Assert.Equal("2 1", Ids(DigestSelector.Select(A.Request(role, weak, A.ReleaseAbout(2, ["core"]))).Full));
    }

    [Fact]
    public void Of_two_releases_on_one_topic_the_one_with_a_further_topic_comes_first()
    {
        var role = A.Role(("modern-slavery", 2), ("missing", 1));

        Assert.Equal("2 1", Ids(DigestSelector.Select(A.Request(
            role, A.ReleaseAbout(1, ["modern-slavery"]), A.ReleaseAbout(2, ["missing", "modern-slavery"]))).Full));
    }

    [Fact]
    public void The_role_s_weight_for_a_kind_counts()
    {
        var role = FollowsSlavery with { Kinds = new Dictionary<Kind, double> { [Kind.Guidance] = 2, [Kind.News] = 0 } };

        var selection = DigestSelector.Select(A.Request(
            role,
            A.ReleaseAbout(1, ["modern-slavery"]),
            A.ReleaseAbout(2, ["modern-slavery"], Kind.Guidance),
            A.ReleaseAbout(3, ["modern-slavery"], Kind.News)));

        Assert.Equal("2 1", Ids(selection.Full));
    }

    [Fact]
    public void Somebody_with_two_roles_gets_the_best_of_each()
    {
        var request = A.Request(A.Role(("adults", 3)), A.ReleaseAbout(1, ["attendance"]), A.ReleaseAbout(2, ["adults"]));
        var both = request with { Roles = [.. request.Roles, A.Role(("attendance", 1), ("adults", 1)) with { Id = "other" }] };

        var full = DigestSelector.Select(both).Full;

        Assert.Equal("2 1", Ids(full));
        Assert.Equal([3, 1], full.Select(selected => selected.Score));
    }

    [Fact]
    public void A_role_s_minimum_holds_for_that_role_only()
    {
        var strict = A.Role(("adults", 3)) with { MinimumScore = 9 };
        var open = A.Role(("adults", 1)) with { Id = "open" };

        var request = A.Request(strict, A.ReleaseAbout(1, ["adults"])) with { Roles = [strict, open] };

        Assert.Equal(1, Assert.Single(DigestSelector.Select(request).Full).Score);
    }

    [Fact]
    public void More_outlets_then_newer_then_the_lower_id_decide_between_equal_scores()
    {
        var older = An.Stored() with { NewsAt = An.OrdinaryInstant.AddDays(-1) };
        var undated = An.Stored() with { NewsAt = null };

        var selection = DigestSelector.Select(A.Request(
            FollowsSlavery,
            A.Release(1, undated),
            A.Release(2, older),
            A.Release(4),
            A.Release(3),
            A.Release(5, older, An.Stored(publisher: "Example County News") with { NewsAt = older.NewsAt })));

        Assert.Equal("5 3 4 2 1", Ids(selection.Full));
    }

    [Fact]
    public void What_finds_no_room_in_full_becomes_a_one_liner_and_the_rest_a_number()
    {
        var role = FollowsSlavery with { FullReleases = 2, OneLiners = 3 };

        var selection = DigestSelector.Select(A.Request(role, [.. Enumerable.Range(1, 9).Select(id => A.Release(id))]));

        Assert.Equal("1 2", Ids(selection.Full));
        Assert.Equal("3 4 5", Ids(selection.OneLiners));
        Assert.Equal(4, selection.More);
    }

    [Fact]
    public void Of_several_roles_the_largest_limits_hold()
    {
        var wide = FollowsSlavery with { Id = "wide", FullReleases = 3, OneLiners = 1 };
        var narrow = FollowsSlavery with { FullReleases = 1, OneLiners = 2 };
        Release[] releases = [.. Enumerable.Range(1, 9).Select(id => A.Release(id))];

        var selection = DigestSelector.Select(A.Request(narrow, releases) with { Roles = [narrow, wide] });

        Assert.Equal((3, 2, 4), (selection.Full.Count, selection.OneLiners.Count, selection.More));
    }

    [Fact]
    public void A_first_digest_holds_ten_at_most_all_in_full()
    {
        var request = A.Request(FollowsSlavery, [.. Enumerable.Range(1, 15).Select(id => A.Release(id))]);

        var selection = DigestSelector.Select(request with { Window = request.Window with { First = true } });

        Assert.Equal((10, 0, 5), (selection.Full.Count, selection.OneLiners.Count, selection.More));
    }

    [Fact]
    public void Each_release_says_in_the_reader_s_words_why_it_is_there()
    {
        var selection = DigestSelector.Select(SampleWeek.For(SampleWeek.Partnership, "Kent"));

        Assert.Equal(
            ["Core to your role: modern slavery", "Reported by 2 outlets"],
            selection.Full.Single(selected => selected.Release.Id == 1).Because);
        Assert.Equal(
            ["Core to your role: multi-agency working", "In your area: Kent"],
            selection.Full.Single(selected => selected.Release.Id == 4).Because);
        Assert.Equal(
            ["Important to your role: domestic abuse"],
            selection.Full.Single(selected => selected.Release.Id == 6).Because);
    }

    [Fact]
    public void A_followed_topic_brings_a_release_whatever_the_role_makes_of_it_and_says_so()
    {
        var request = A.Request(FollowsSlavery, A.ReleaseAbout(1, ["attendance"]), A.ReleaseAbout(2, ["attendance", "modern-slavery"])) with
        {
            Topics = new Dictionary<string, Topic> { ["attendance"] = A.Topic("attendance", "school attendance"), ["modern-slavery"] = A.Topic("modern-slavery", "modern slavery") },
            Wishes = Wishes.None with { FollowedTopics = ["attendance"] },
        };

        var full = DigestSelector.Select(request).Full;

        Assert.Equal("2 1", Ids(full));
        Assert.Equal(["You follow: school attendance"], full[1].Because);
        Assert.Equal(["You follow: school attendance", "Important to your role: modern slavery"], full[0].Because);
    }

    [Fact]
    public void A_release_about_muted_topics_alone_does_not_come_not_even_for_a_followed_word()
    {
        var request = A.Request(A.Role(("attendance", 3), ("adults", 1)), A.ReleaseAbout(1, ["attendance"]), A.ReleaseAbout(2, ["attendance", "adults"])) with
        {
            Wishes = Wishes.None with { MutedTopics = ["attendance"], Followed = ["release 1"] },
        };

        var only = Assert.Single(DigestSelector.Select(request).Full);

        Assert.Equal((2, "Of interest to your role: adults"), (only.Release.Id, Assert.Single(only.Because)));
    }

    [Fact]
    public void A_release_about_another_local_area_stands_lower_than_a_national_one()
    {
        var role = A.Role(("multi-agency", 3));

        var request = A.Request(
            role,
            A.ReleaseAbout(1, ["multi-agency"], areas: ["Coventry"]),
            A.ReleaseAbout(2, ["multi-agency"], areas: ["England"]),
            A.ReleaseAbout(3, ["multi-agency"], areas: ["Kent"])) with
        { Areas = ["Kent"] };

        Assert.Equal("3 2 1", Ids(DigestSelector.Select(request).Full));
    }

    private static string Ids(IEnumerable<SelectedRelease> selected) => string.Join(' ', selected.Select(each => each.Release.Id));
}

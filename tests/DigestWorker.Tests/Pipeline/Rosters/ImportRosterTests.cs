using System.Text;
using DigestWorker.Domain;
using DigestWorker.Pipeline.Rosters;
using DigestWorker.Settings;
using DigestWorker.Storage;
using DigestWorker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DigestWorker.Tests.Pipeline.Rosters;

public sealed class ImportRosterTests : IDisposable
{
    private const string Header = "email,name,role\n";

    private readonly Newsroom _newsroom = new(new DateTimeOffset(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));

    private string Roster => Path.Combine(_newsroom.Folder, "roster.csv");

    [Fact]
    public void Who_is_in_the_roster_joins_and_who_is_not_leaves()
    {
        Import(Header + "a@example.org,A,headteacher\nb@example.org,B,governor");
        var report = Import(Header + "b@example.org,B,governor\nc@example.org,C,governor");

        Assert.Equal(["c@example.org"], report.Joined);
        Assert.Equal(1, report.Unchanged);
        Assert.Equal(["a@example.org"], report.Left.Select(one => one.Email));
        Assert.Equal(["b@example.org", "c@example.org"], Subscribed());
        Assert.Equal(["a@example.org"], Import(Header + "a@example.org,A,headteacher\nb@example.org,B,governor").Joined);
    }

    [Fact]
    public void Leaving_one_team_ends_nothing_that_another_or_the_person_asked_for()
    {
        _newsroom.Subscribe("own@example.org");
        Import(Header + "own@example.org,,governor\ntwo@example.org,,governor\nkept@example.org,,governor");
        Import(Header + "two@example.org,,headteacher", team: "Schools");

        var report = Import(Header + "kept@example.org,,governor");

        Assert.All(report.Left, leaver => Assert.False(leaver.Ended));
        Assert.Equal(["kept@example.org", "own@example.org", "two@example.org"], Subscribed());
        Assert.Equal(["headteacher"], One("two@example.org").Roles);
        Assert.Equal(["designated-safeguarding-lead"], One("own@example.org").Roles);
    }

    [Fact]
    public void A_role_that_the_roster_takes_back_is_gone()
    {
        Import(Header + "a@example.org,A,headteacher;governor");
        Import(Header + "a@example.org,A,governor");

        Assert.Equal(["governor"], One("a@example.org").Roles);
    }

    [Fact]
    public void A_name_that_the_roster_corrects_is_corrected_and_one_that_it_leaves_out_stays()
    {
        Import(Header + "a@example.org,Ann Old,headteacher\nb@example.org,,governor");

        var report = Import(Header + "a@example.org,Ann New,headteacher\nb@example.org,Bo,governor");
        var again = Import(Header + "a@example.org,Ann New,headteacher\nb@example.org,,governor");

        Assert.Equal(("Ann New", "Bo"), (One("a@example.org").Name, One("b@example.org").Name));
        Assert.Equal((2, 0, 2), (report.Extended.Count, again.Extended.Count, again.Unchanged));
        Assert.Equal(4, _newsroom.Scalar("select count(*) from subscriber_change"));
    }

    [Fact]
    public void No_control_character_of_a_cell_gets_any_further()
    {
        Import(Header + "a@example.org,A\u001b[2J\0B,head\u0007teacher\nb@example.org,B,\u001bgoverment");

        Assert.Equal("A[2JB", One("a@example.org").Name);
        Assert.Equal("'goverment' is not a role of the settings", Import(Header + "b@example.org,B,\u001bgoverment").Refused[0].Reason);
    }

    [Theory]
    [InlineData(""), InlineData("  ")]
    public void A_roster_of_no_team_is_refused(string team)
    {
        Assert.Throws<RosterFault>(() => Import(Header + "a@example.org,A,headteacher", team));

        Assert.Equal(0, _newsroom.Scalar("select count(*) from team"));
    }

    [Fact]
    public void A_space_beside_the_name_of_a_team_makes_no_other_team()
    {
        Import(Header + "a@example.org,A,headteacher", "Board");
        Import(Header + "a@example.org,A,headteacher", " Board ");

        Assert.Equal(1, _newsroom.Scalar("select count(*) from team"));
    }

    [Fact]
    public void What_a_person_chose_stands_alone()
    {
        Import(Header + "a@example.org,A,headteacher");
        _newsroom.Scalar("update subscriber set chose_roles = 1; insert into subscriber_role select id, 'governor' from subscriber; select 0");

        Import(Header + "a@example.org,A,headteacher;early-years-lead");

        Assert.Equal(["governor"], One("a@example.org").Roles);
    }

    [Fact]
    public void An_opt_out_survives_every_import_and_is_said()
    {
        Import(Header + "a@example.org,A,headteacher\nb@example.org,B,governor");
        The<Stops>().Stop(One("a@example.org").Token, _newsroom.Clock.Now);
        The<Stops>().Object("never-seen@example.org", _newsroom.Clock.Now);

        var report = Import(Header + "A@Example.org,A,headteacher\nNever-Seen@example.org,,governor\nb@example.org,B,governor");

        Assert.Equal(["A@Example.org", "Never-Seen@example.org"], report.OptedOut);
        Assert.Equal(["b@example.org"], Subscribed());
    }

    [Fact]
    public void An_opt_out_is_kept_without_the_address()
    {
        The<Stops>().Object("never-seen@example.org", _newsroom.Clock.Now);

        using var held = _newsroom.HoldOpen();
        var bytes = Directory.GetFiles(_newsroom.Folder, "test.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).SelectMany(ReadShared).ToArray();
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes("never-seen")));
    }

    [Fact]
    public void A_dry_run_says_everything_and_changes_nothing()
    {
        Import(Header + "a@example.org,A,headteacher");

        var report = Import(Header + "b@example.org,B,governor\nnobody,,governor", rehearse: true);

        Assert.Equal((1, 1, 1), (report.Joined.Count, report.Left.Count, report.Refused.Count));
        Assert.Equal(["a@example.org"], Subscribed());
    }

    [Fact]
    public void A_file_without_a_single_good_row_empties_no_team()
    {
        Import(Header + "a@example.org,A,headteacher");
        Import(Header + "nobody,,governor");
        Import(Header);

        Assert.Equal(["a@example.org"], Subscribed());
    }

    [Fact]
    public void A_roster_that_would_lose_most_of_a_team_has_to_be_confirmed()
    {
        Import(Header + string.Join('\n', Enumerable.Range(0, 12).Select(at => $"p{at}@example.org,,governor")));

        var fault = Assert.Throws<TooManyLeavers>(() => Import(Header + "p0@example.org,,governor"));
        Assert.Contains("11 of the 12", fault.Message, StringComparison.Ordinal);
        Assert.Equal(12, Subscribed().Count);

        Import(Header + "p0@example.org,,governor", confirmed: true);
        Assert.Single(Subscribed());
    }

    [Theory]
    [InlineData("nobody,,governor", "'nobody' is not an email address")]
    [InlineData("a@example.org,,", "no role is given")]
    [InlineData("a@example.org,,goverment", "'goverment' is not a role of the settings")]
    [InlineData("a@example.org\r\nBcc: b@example.org,,governor", "is not an email address")]
    public void A_row_with_a_mistake_is_refused_with_its_line(string row, string reason)
    {
        var refused = Import(Header + row + "\nb@example.org,,governor").Refused;

        Assert.Contains(refused, one => one.Reason.Contains(reason, StringComparison.Ordinal) || one.Reason.Contains("no role is given", StringComparison.Ordinal));
        Assert.Equal(2, refused[0].Line);
        Assert.Contains("b@example.org", string.Join(' ', Subscribed()), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_a_refused_row_names_stays_as_they_are()
    {
        Import(Header + "a@example.org,A,headteacher\nb@example.org,B,governor");
        _newsroom.Scalar("update subscriber set state = 'Paused', paused_until = '2026-12-24' where email = 'a@example.org'; select 0");

        var mistyped = Import(Header + "A@Example.org,A,headtaecher\nb@example.org,B,governor");
        Assert.Empty(mistyped.Left);
        Assert.Equal([(2, "'headtaecher' is not a role of the settings")], mistyped.Refused.Select(one => (one.Line, one.Reason)));
        Assert.Equal(["headteacher"], One("a@example.org").Roles);

        var mended = Import(Header + "a@example.org,A,headteacher\nb@example.org,B,governor");
        Assert.Equal((2, 0), (mended.Unchanged, mended.Joined.Count));
        Assert.Equal(1, _newsroom.Scalar("select count(*) from subscriber where state = 'Paused' and paused_until = '2026-12-24'"));
    }

    [Fact]
    public void Whoever_has_become_a_sole_trader_leaves_and_has_to_subscribe_in_person()
    {
        const string header = "email,name,role,individual\n";
        Import(header + "a@example.org,A,governor,no\nb@example.org,B,governor,no");

        var report = Import(header + "a@example.org,A,governor,yes\nb@example.org,B,governor,no");

        Assert.Equal(["a@example.org"], report.Left.Select(one => one.Email));
    }

    [Fact]
    public void The_same_address_twice_and_a_sole_trader_are_refused()
    {
        var refused = Import("email;role;individual\na@example.org;governor;no\nA@example.org;headteacher;no\nt@example.org;governor;yes").Refused;

        Assert.Equal([(3, "the same address stands on line 2"), (4, "a sole trader or partnership has to subscribe in person")], refused.Select(one => (one.Line, one.Reason)));
    }

    [Fact]
    public void One_address_in_two_spellings_of_its_domain_stands_there_twice()
    {
        const string roster = Header + "a@schöne-schule.example.org,A,governor\na@xn--schne-schule-6ib.example.org,A,headteacher";

        Assert.Equal([(3, "the same address stands on line 2")], Import(roster).Refused.Select(one => (one.Line, one.Reason)));
        Assert.Equal((1, 0), (Import(roster).Unchanged, Import(roster).Extended.Count));
    }

    [Theory]
    [InlineData(",,"), InlineData(" , ,\t"), InlineData("\"\",\"\",\"\"")]
    public void The_empty_rows_below_a_table_are_no_mistakes(string empty)
    {
        var report = Import(Header + $"a@example.org,A,governor\n{empty}\nb@example.org,B,governor\n{empty}\n");

        Assert.Empty(report.Refused);
        Assert.Equal(["a@example.org", "b@example.org"], Subscribed());
    }

    [Fact]
    public void The_first_line_by_which_a_spreadsheet_is_told_the_separator_is_no_header()
    {
        var report = Import("sep=;\r\nemail;name;role\r\na@example.org;\"A, the lead\";governor\r\nnobody;;governor\r\n");

        Assert.Equal(["a@example.org"], report.Joined);
        Assert.Equal(4, Assert.Single(report.Refused).Line);
    }

    [Fact]
    public void An_address_is_nobodys_name()
    {
        var report = Import("email;name;role\na@example.org;A@example.org;governor\nb@example.org; c@example.org;governor");

        Assert.Equal(["a@example.org"], report.Joined);
        Assert.Null(One("a@example.org").Name);
        Assert.Equal([(3, "the name is an address too; write one person a line")], report.Refused.Select(one => (one.Line, one.Reason)));
    }

    [Theory]
    [InlineData("\u00A0a@example.org\u00A0"), InlineData("\u200Ba@example.org"), InlineData("a@example.org\u200E"), InlineData("\uFEFFa@example.org\u202C"), InlineData("\"\u2060 a@example.org \"")]
    public void What_nobody_sees_around_an_address_is_no_part_of_it(string cell)
    {
        Import(Header + "a@example.org,A,governor\nb@example.org,B,governor");

        var report = Import(Header + $"{cell},\u200BA\u00A0,\u00A0governor\u200B\nb@example.org,B,governor");

        Assert.Empty(report.Refused);
        Assert.Equal((2, 0), (report.Unchanged, report.Left.Count));
    }

    [Theory]
    [InlineData("Ada Lead <A@example.org>"), InlineData("mailto:a@example.org"), InlineData("<a@example.org>"), InlineData("a@example.org;"), InlineData("a@example.org (Ada)")]
    public void Whoever_is_named_by_a_cell_that_is_no_bare_address_does_not_leave_by_it(string cell)
    {
        Import(Header + "a@example.org,A,governor\nb@example.org,B,governor");

        var report = Import(Header + $"\"{cell}\",A,governor\nb@example.org,B,governor");

        Assert.Empty(report.Left);
        Assert.Equal([2], report.Refused.Select(one => one.Line));
        Assert.Equal(["a@example.org", "b@example.org"], Subscribed());
    }

    [Theory]
    [InlineData("a@o\uFB03ce.example.org"), InlineData("a@\uFF4Fffice.example.org"), InlineData("a@o\uFB03ce.example.org (Ada)")]
    public void A_domain_in_letters_that_only_look_like_it_is_no_second_person(string cell)
    {
        Import(Header + "a@office.example.org,A,governor\nb@example.org,B,governor");

        var report = Import(Header + $"{cell},A,governor\nb@example.org,B,governor");

        Assert.Equal((2, 0), (Assert.Single(report.Refused).Line, report.Left.Count));
        Assert.Equal(["a@office.example.org", "b@example.org"], Subscribed());
    }

    [Fact]
    public void A_mark_of_no_width_within_an_address_is_no_part_of_it_and_what_no_mail_reaches_is_refused()
    {
        Import(Header + "a.lead@example.org,A,governor");

        var report = Import(Header + "a.\u200Blead@exam\u00ADple.org,A,governor\n\"\"\"b c\"\"@example.org\",B,governor");

        Assert.Equal((1, 3), (report.Unchanged, Assert.Single(report.Refused).Line));
    }

    [Fact]
    public void A_column_of_postal_addresses_is_not_taken_for_that_of_the_mailboxes()
    {
        var report = Import("Name,Address,Role,Email\nA,\"1 High Street, Durham\",governor,a@example.org\n");

        Assert.Empty(report.Refused);
        Assert.Equal(["a@example.org"], report.Joined);
        Assert.Equal(["b@example.org"], Import("Address,Role\nb@example.org,governor\n").Joined);
    }

    [Theory]
    [InlineData("x"), InlineData("YES"), InlineData("✓"), InlineData("partnership"), InlineData("n/a")]
    public void A_mark_that_says_neither_yes_nor_no_subscribes_nobody(string mark)
    {
        const string header = "email,name,role,individual\n";
        Import(header + "a@example.org,A,governor,no");

        var report = Import(header + $"a@example.org,A,governor,No\nb@example.org,B,governor,{mark}\nc@example.org,C,governor,\nd@example.org,D,governor,0");

        Assert.Equal(["c@example.org", "d@example.org"], report.Joined);
        Assert.Equal([3], report.Refused.Select(one => one.Line));
    }

    [Theory]
    [InlineData("Headteacher"), InlineData("HEADTEACHER"), InlineData("Headteachers"), InlineData("\"Safeguarding leads in charities, clubs and faith groups\"")]
    public void A_role_is_known_by_its_name_and_in_any_letter_case(string typed)
    {
        Import(Header + $"a@example.org,A,{typed}");

        Assert.Equal(typed.Contains("clubs", StringComparison.Ordinal) ? The<DigestSettings>().Roles.Single(role => role.Name.Contains("clubs", StringComparison.Ordinal)).Id : "headteacher", Assert.Single(One("a@example.org").Roles));
    }

    [Theory]
    [InlineData("utf-8"), InlineData("utf-16"), InlineData("utf-16BE"), InlineData("windows-1252")]
    public void Whatever_wrote_the_file_names_read_the_same(string encoding)
    {
        var written = encoding == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding);
        File.WriteAllText(Roster, "E-mail;Name;Role(s);Areas\r\na@example.org;\"Zoë; the lead\";governor, headteacher;Kent\r\n", written);

        Run("Board", rehearse: false, confirmed: false);

        var one = One("a@example.org");
        Assert.Equal("Zoë; the lead", one.Name);
        Assert.Equal(["governor", "headteacher"], one.Roles);
        Assert.Equal(["Kent"], one.Areas);
    }

    [Fact]
    public void A_row_without_a_role_has_those_of_the_team_where_it_has_any()
    {
        _newsroom.Organisations = new { durham = new { Name = "Durham", Teams = new { leads = new { Name = "School leads", Roles = new[] { "headteacher" }, Areas = new[] { "County Durham" } }, heads = new { } } } };

        var report = Import("email,name\na@example.org,A", team: "School Leads");
        Import(Header + "a@example.org,A,\nb@example.org,B,governor", team: "leads");
        var refused = Import(Header + "c@example.org,C,", team: "heads").Refused;

        Assert.Equal(["a@example.org"], report.Joined);
        Assert.Equal(["headteacher"], One("a@example.org").Roles);
        Assert.Equal(["governor"], One("b@example.org").Roles);
        Assert.Equal(["County Durham"], One("a@example.org").Areas);
        Assert.Equal(["School leads"], One("b@example.org").Teams);
        Assert.Equal("no role is given", Assert.Single(refused).Reason);
        Assert.Equal(2, _newsroom.Scalar("select count(*) from team"));
    }

    [Theory]
    [InlineData("a@example.org,\"A,governor")]
    [InlineData("a@example.org,\"A\"B\",governor")]
    [InlineData("a@example.org,A\0,governor")]
    public void A_broken_row_harms_no_other(string row)
    {
        Import(Header + row + "\nb@example.org,B,governor");

        Assert.Contains("b@example.org", Subscribed());
    }

    [Fact]
    public void A_row_without_end_and_a_roster_without_end_are_refused_in_words()
    {
        var endless = Assert.Throws<RosterFault>(() => Import(Header + "a@example.org,\"" + new string('x', 1_000_000)));
        Assert.Contains("longer than 64 kB", endless.Message, StringComparison.Ordinal);

        var many = Assert.Throws<RosterFault>(() => Import(Header + string.Concat(Enumerable.Range(0, 200_001).Select(at => $"p{at}@example.org,,governor\n"))));
        Assert.Contains("more than 200000 rows", many.Message, StringComparison.Ordinal);

        var large = Assert.Throws<RosterFault>(() => Import(new string(' ', 33 * 1024 * 1024)));
        Assert.Contains("larger than 32 MB", large.Message, StringComparison.Ordinal);
        Assert.Empty(Subscribed());
    }

    [Fact]
    public void A_file_without_a_header_is_no_roster() =>
        Assert.Contains("no header line", Assert.Throws<RosterFault>(() => Import("a@example.org,A,governor")).Message, StringComparison.Ordinal);

    public void Dispose() => _newsroom.Dispose();

    private ImportReport Import(string csv, string team = "Board", bool rehearse = false, bool confirmed = false)
    {
        File.WriteAllText(Roster, csv);
        return Run(team, rehearse, confirmed);
    }

    private ImportReport Run(string team, bool rehearse, bool confirmed) =>
        The<ImportRoster>().Run(RosterText.Read(Roster), new RosterOrder(team) { Rehearse = rehearse, Confirmed = confirmed });

    private IReadOnlyList<string> Subscribed() => [.. The<Subscribers>().All().Select(one => one.Email).Order(StringComparer.Ordinal)];

    private Subscriber One(string email) => The<Subscribers>().All().Single(one => one.Email == email);

    private T The<T>()
        where T : notnull => _newsroom.Services.GetRequiredService<T>();

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

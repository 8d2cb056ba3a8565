using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>What digests of an edition with the same selection share.</summary>
internal sealed class Profiles(Database database)
{
    private const string KnownProfilesSql = "select id as Id, hash as Hash from profile where edition_id = @editionId and hash in @hashes";

    private const string ProfileSql = """
        insert into profile (edition_id, hash, sender, reply_to, subject, text, html, public_url, text_only)
        values (@editionId, @Hash, @Sender, @ReplyTo, @Subject, @Text, @Html, @PublicUrl, @TextOnly)
        on conflict do nothing;
        select id from profile where edition_id = @editionId and hash = @Hash
        """;

    private const string ProfileByIdSql = """
        select hash as Hash, sender as Sender, reply_to as ReplyTo, subject as Subject, text as Text, html as Html, public_url as PublicUrl, text_only as TextOnly
        from profile where id = @id
        """;

    public Profile Of(long id)
    {
        using var connection = database.Open();
        return connection.QuerySingle<ProfileRow>(ProfileByIdSql, new { id }).ToProfile();
    }

    /// <summary>A profile is large: what an earlier batch has brought is not sent again.</summary>
    /// <returns>The id of each, by its <see cref="Key"/>.</returns>
    public static IReadOnlyDictionary<string, long> Add(DbConnection connection, Edition edition, IEnumerable<Profile> some)
    {
        List<Profile> profiles = [.. some.DistinctBy(Key)];
        var ids = connection.Query<HashRow>(KnownProfilesSql, new { editionId = edition.Id, hashes = profiles.Select(profile => profile.Hash).ToList() })
            .ToDictionary(row => Convert.ToHexString(row.Hash), row => row.Id, StringComparer.Ordinal);
        foreach (var profile in profiles.Where(profile => !ids.ContainsKey(Key(profile))))
        {
            ids[Key(profile)] = Add(connection, edition, profile);
        }

        return ids;
    }

    public static string Key(Profile profile) => Convert.ToHexString(profile.Hash);

    private static long Add(DbConnection connection, Edition edition, Profile profile) => connection.ExecuteScalar<long>(ProfileSql, new
    {
        editionId = edition.Id,
        profile.Hash,
        profile.Sender,
        profile.ReplyTo,
        profile.Subject,
        profile.Text,
        profile.Html,
        profile.PublicUrl,
        profile.TextOnly,
    });

    private sealed record ProfileRow(byte[] Hash, string Sender, string ReplyTo, string Subject, string Text, string Html, string? PublicUrl, long TextOnly)
    {
        public Profile ToProfile() => new(Hash, Sender, ReplyTo, Subject, Text, Html, PublicUrl) { TextOnly = TextOnly == 1 };
    }

    private sealed record HashRow(long Id, byte[] Hash);
}

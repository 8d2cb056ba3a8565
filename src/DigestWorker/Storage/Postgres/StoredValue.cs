using System.Data;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace DigestWorker.Storage.Postgres;

/// <summary>Values as PostgreSQL keeps them.</summary>
internal static class StoredValue
{
    private const char Replacement = '\uFFFD';

    public static void Fit(NpgsqlParameter parameter)
    {
        switch (parameter.Value)
        {
            case bool yes:
                parameter.NpgsqlDbType = NpgsqlDbType.Bigint;
                parameter.Value = yes ? 1L : 0L;
                break;
            case string text:
                parameter.Value = Text(text);
                break;
            case DBNull or null when parameter.DbType == DbType.Boolean:
                parameter.NpgsqlDbType = NpgsqlDbType.Bigint;
                break;
        }
    }

    /// <summary>Without the null character, which text of PostgreSQL cannot hold, and without halves of characters.</summary>
    public static string Text(string text)
    {
        var whole = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return whole.Contains('\0', StringComparison.Ordinal) ? whole.Replace('\0', Replacement) : whole;
    }
}

using System.Data.Common;
using Dapper;

namespace DigestWorker.Storage.Moving;

/// <summary>A table as a file of SQLite declares it.</summary>
internal sealed record TableShape(string Name, IReadOnlyList<TableColumn> Columns)
{
    private const string NamesSql = "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name";

    private const string ColumnsSql = "select name as Name, type as Type from pragma_table_info(@table) order by cid";

    private const string OwnSql = "select count(*) from pragma_foreign_key_list(@table) where \"table\" = @table";

    private const string ReferredSql = "select distinct \"table\" from pragma_foreign_key_list(@table) where \"table\" <> @table";

    public string ColumnNames => string.Join(", ", Columns.Select(column => column.Name));

    public string SelectSql => $"select {ColumnNames} from {Name}";

    /// <summary>Its rows may refer to rows that come after them.</summary>
    public bool RefersToItself { get; init; }

    public bool HasId => Columns.Any(column => column.Name == "id");

    /// <returns>Each after those that it refers to.</returns>
    public static IReadOnlyList<TableShape> All(DbConnection sqlite)
    {
        var waiting = sqlite.Query<string>(NamesSql).ToDictionary(
            name => name, name => sqlite.Query<string>(ReferredSql, new { table = name }).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var ordered = new List<TableShape>();
        while (waiting.Count > 0)
        {
            foreach (var free in waiting.Where(one => !one.Value.Overlaps(waiting.Keys)).Select(one => one.Key).ToList())
            {
                ordered.Add(new TableShape(free, sqlite.Query<TableColumn>(ColumnsSql, new { table = free }).AsList())
                {
                    RefersToItself = sqlite.ExecuteScalar<long>(OwnSql, new { table = free }) > 0,
                });
                waiting.Remove(free);
            }
        }

        return ordered;
    }

    /// <summary>Every row, its values in the order of the columns; the array is the same one each time.</summary>
    public IEnumerable<object?[]> Rows(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SelectSql;
        using var reader = command.ExecuteReader();
        var values = new object?[Columns.Count];
        while (reader.Read())
        {
            for (var at = 0; at < values.Length; at++)
            {
                values[at] = reader.IsDBNull(at) ? null : Columns[at].Read(reader, at);
            }

            yield return values;
        }
    }
}

/// <param name="Type">One of the four of a strict table: INTEGER, REAL, TEXT or BLOB.</param>
internal sealed record TableColumn(string Name, string Type)
{
    public object Read(DbDataReader row, int at) => Type switch
    {
        "INTEGER" => row.GetInt64(at),
        "REAL" => row.GetDouble(at),
        "BLOB" => row.GetFieldValue<byte[]>(at),
        _ => Postgres.StoredValue.Text(row.GetString(at)),
    };
}

using System.Data.Common;
using Dapper;
using DigestWorker.Domain;

namespace DigestWorker.Storage;

/// <summary>The figures of each entry, the one that a reader wants most first.</summary>
internal static class Figures
{
    private const string ClearSql = "delete from figure where entry_id = @id";

    private const string AddSql = """
        insert into figure (entry_id, ordinal, value, unit, printed, what, period, direction, standing, exactness, quotation, salience, shown)
        values (@id, @ordinal, @value, @unit, @printed, @what, @period, @direction, @standing, @exactness, @quotation, @salience, @shown)
        """;

    private const string OfSql = """
        select entry_id as EntryId, value as Value, unit as Unit, printed as Printed, what as What, period as Period, direction as Direction,
            standing as Standing, exactness as Exactness, quotation as Quotation, salience as Salience, shown as Shown
        from figure
        where entry_id in @ids
        order by entry_id, ordinal
        """;

    public static void Replace(Statements statements, long id, IReadOnlyList<Figure> figures)
    {
        statements[ClearSql].Run(("@id", id));
        foreach (var (ordinal, figure) in figures.Index())
        {
            statements[AddSql].Run(
                ("@id", id),
                ("@ordinal", ordinal),
                ("@value", figure.Value),
                ("@unit", figure.Unit.ToString()),
                ("@printed", figure.Printed),
                ("@what", figure.What),
                ("@period", figure.Period),
                ("@direction", figure.Direction?.ToString()),
                ("@standing", figure.Standing.ToString()),
                ("@exactness", figure.Exactness.ToString()),
                ("@quotation", figure.Quotation),
                ("@salience", figure.Salience),
                ("@shown", figure.Shown));
        }
    }

    public static ILookup<long, Figure> Of(DbConnection connection, IReadOnlyList<long> ids) =>
        connection.Query<Row>(OfSql, new { ids }).ToLookup(row => row.EntryId, row => row.ToFigure());

    private sealed record Row(
        long EntryId, double Value, string Unit, string Printed, string What, string? Period, string? Direction,
        string Standing, string Exactness, string Quotation, double Salience, long Shown)
    {
        public Figure ToFigure() => new(
            Value,
            Enum.Parse<FigureUnit>(Unit),
            Printed,
            What,
            Period,
            Direction is null ? null : Enum.Parse<Direction>(Direction),
            Enum.Parse<Standing>(Standing),
            Enum.Parse<Exactness>(Exactness),
            Quotation,
            Salience,
            Shown == 1);
    }
}

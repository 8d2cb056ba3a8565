using Spectre.Console;

namespace DigestWorker.Cli;

/// <summary>
/// A table as wide as it needs. Where the terminal is narrower, the widest column is broken into lines; where too little of that
/// would be left, each row is written as a few lines of its own. A file gets whole lines, however long.
/// </summary>
internal static class TableForm
{
    private const int LeastRoom = 24, Frame = 3, Unbounded = 100_000;

    public static void Write(string[] columns, IReadOnlyList<string[]> rows)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = Unbounded;
        }

        var widths = columns.Select((column, at) => rows.Select(row => row[at]).Append(column).Max(cell => cell.GetCellWidth())).ToArray();
        var fixedWidth = widths.Sum() - widths.Max() + (columns.Length * Frame) + 1;
        if (console.Profile.Width - fixedWidth >= Math.Min(widths.Max(), LeastRoom))
        {
            console.Write(AsTable(columns, rows, Array.IndexOf(widths, widths.Max())));
            return;
        }

        foreach (var row in rows)
        {
            Printer.Lines([.. row.Select((cell, at) => (at == 0 ? "" : "  ") + $"{columns[at]}: {cell}"), ""]);
        }
    }

    private static Table AsTable(string[] columns, IEnumerable<string[]> rows, int widest)
    {
        var table = new Table { Border = TableBorder.Rounded };
        for (var at = 0; at < columns.Length; at++)
        {
            table.AddColumn(new TableColumn(Markup.Escape(columns[at])) { NoWrap = at != widest });
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        return table;
    }
}

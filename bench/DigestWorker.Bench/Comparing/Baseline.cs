using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestWorker.Bench.Comparing;

/// <summary>What runs have shown on one machine, as a file keeps it.</summary>
internal sealed record Baseline(Machine Machine, IReadOnlyList<Measured> Measures)
{
    // Read by people too.
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Baseline Read(string file) => JsonSerializer.Deserialize<Baseline>(File.ReadAllText(file), Json)
        ?? throw new InvalidOperationException($"{file} holds no measures.");

    /// <returns>What it knows of the scenarios that were run now, and they did not show.</returns>
    public IEnumerable<Measured> Gone(IReadOnlyCollection<Measured> now) =>
        Measures.Where(was => now.Any(one => one.Scenario == was.Scenario) && !now.Any(was.IsRowOf));

    /// <summary>Scenarios that the file knows from before and that were not run now stay in it as they are.</summary>
    public void Write(string file)
    {
        var before = File.Exists(file) ? Read(file).Measures : [];
        var kept = before.Where(one => !Measures.Any(now => now.Scenario == one.Scenario));
        File.WriteAllText(file, JsonSerializer.Serialize(this with { Measures = [.. kept.Concat(Measures).OrderBy(one => one.Scenario, StringComparer.Ordinal)] }, Json) + "\n");
    }
}

/// <summary>What figures depend on; no name of a machine.</summary>
internal sealed record Machine(int Cores, string Architecture, string Runtime, string System)
{
    public static Machine This { get; } = new(
        Environment.ProcessorCount, RuntimeInformation.ProcessArchitecture.ToString(), RuntimeInformation.FrameworkDescription, Environment.OSVersion.Platform.ToString());
}

/// <summary>A measure and the scenario that it comes from.</summary>
internal sealed record Measured(string Scenario, string What, double Value, double? Limit, string Unit)
{
    [JsonIgnore]
    public bool IsMet => Limit is not { } limit || Value <= limit;

    public bool IsRowOf(Measured other) => (Scenario, What, Unit) == (other.Scenario, other.What, other.Unit);

    public static Measured Of(string scenario, Measure measure) => new(scenario, measure.What.Trim(), Math.Round(measure.Value, 3), measure.Limit is { } limit ? Math.Round(limit, 3) : null, measure.Unit);
}

using System.Runtime.InteropServices;

namespace DigestWorker.Matching.Weighing;

/// <param name="Amount">How much of it there is, in the unit of its kind.</param>
/// <param name="Detail">For a person: "5,653", "2023/24"; empty where the kind says all.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Observation(EvidenceKind Kind, double Amount, string Detail = "");

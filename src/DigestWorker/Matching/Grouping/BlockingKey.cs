using System.Runtime.InteropServices;

namespace DigestWorker.Matching.Grouping;

/// <summary>A feature under which an entry is filed, so that its likes are found without looking at all others.</summary>
/// <param name="Days">How far apart two entries with this key may be to be worth comparing.</param>
/// <param name="Weight">What sharing it promises, to rank candidates.</param>
/// <param name="MeansSameText">Whoever holds it is a copy, however many there are.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct BlockingKey(long Hash, int Days, double Weight, bool MeansSameText = false);

using DigestWorker.Settings;

namespace DigestWorker.Running;

/// <summary>Where settings come from, and what is made of them.</summary>
/// <param name="Build">Makes the whole program, its database brought up to date.</param>
internal sealed record ProgramSource(Func<SettingsReading> Read, Func<DigestSettings, IHost> Build);

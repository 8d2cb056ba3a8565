namespace DigestWorker.Bench.Synthetic;

internal sealed record SyntheticEntry(string Release, string Publisher, string Url, string Title, string Summary, string Text, DateOnly Day);

namespace DigestWorker.Domain;

/// <summary>One edition by what came of it; the counts add up to its subscribers.</summary>
/// <param name="WithoutDigest">Subscribers for whom there was nothing new, or whose digest is not composed yet.</param>
public sealed record EditionReport(EditionWeek Week, IReadOnlyDictionary<DeliveryState, int> Deliveries, int WithoutDigest)
{
    /// <summary>Subscribers whose day of the week is still to come, who have paused, or whose teams wanted none on the day.</summary>
    public int Waiting { get; init; }

    public int Digests => Deliveries.Values.Sum();

    public int Subscribers => Digests + WithoutDigest + Waiting;

    public int Of(params ReadOnlySpan<DeliveryState> states)
    {
        var sum = 0;
        foreach (var state in states)
        {
            sum += Deliveries.GetValueOrDefault(state);
        }

        return sum;
    }

    /// <summary>Those that are neither sent nor given up.</summary>
    public int Open => Of(DeliveryState.Queued, DeliveryState.Sending, DeliveryState.Deferred, DeliveryState.Unknown, DeliveryState.Held);
}

/// <param name="DueAt">When it is tried again; null where it is not.</param>
public sealed record UnsentDigest(string Recipient, DeliveryState State, int Attempts, string Reply, DateTimeOffset? DueAt);

namespace DigestWorker.Storage;

/// <summary>The statements of the <see cref="SendingLedger"/>, in the words of its database.</summary>
internal sealed class SendingSql(Dialect dialect)
{
    public const int NotesAtOnce = 32;

    /// <summary>Null where only one may send: then nobody else's claim is there while it does.</summary>
    public string? TakeOver { get; } = dialect.IsDead.Length == 0 ? null : Deliveries.TakeOverSql(dialect);

    public string Due { get; } = $"""
        select v.id, v.digest_id, d.profile_id, v.recipient, v.recipient_name, v.message_id, v.composed_at, d.why, d.token, v.attempts, v.bounce_token, d.notice, v.state, v.doubts
        from delivery v join digest d on d.id = v.digest_id
        where v.{Deliveries.Open} and v.state <> 'Sending' and v.due_at <= @now
        order by v.due_at, v.id
        limit @limit
        {dialect.ForUpdateOfFree("v")}
        """;

    public string Claim { get; } = $"""
        update delivery set state = 'Sending', attempts = attempts + 1 {dialect.Claim}
        where id in (select cast(due.value as bigint) from {dialect.Words("@ids", "due")})
        """;

    /// <summary>3 where it is to go out, 2 where nobody wants it any more; less where another worker has taken the claim over.</summary>
    public string Standing { get; } = $"""
        select 2 * (select count(*) from delivery where id = @id and state = 'Sending' {dialect.IsOwn})
            + (select count(*) from digest d join subscriber s on s.id = d.subscriber_id where d.id = @digestId and s.state = 'Active' and s.ended_at is null)
        """;

    public string Sent { get; } = $"update delivery set state = 'Sent', reply = @reply, sent_at = @at where id = @id {dialect.IsOwn}";

    /// <summary>At most <see cref="NotesAtOnce"/>: the limit tells the server that they are few, or it would read the whole table to find them.</summary>
    public string AllSent { get; } = $"""
        update delivery set state = 'Sent', reply = sent.value ->> 'Reply', sent_at = sent.value ->> 'At'
        from (select note.value from {dialect.Rows("@sent", "note")} limit {NotesAtOnce}) sent
        where delivery.id = cast(sent.value ->> 'Id' as bigint) {dialect.IsOwn}
        """;

    public string Note { get; } =
        $"update delivery set state = @state, reply = @reply, due_at = coalesce(@dueAt, due_at), doubts = @doubts where id = @id {dialect.IsOwn}";

    public string End { get; } = $"update delivery set state = @state, reply = @reply where id = @id and state <> 'Sent' {dialect.IsOwn}";

    /// <summary>What went nowhere was never read, so its releases may come in the next digest.</summary>
    public string Untold { get; } =
        $"delete from digest_release where digest_id = (select digest_id from delivery where id = @id and state = @state {dialect.IsOwn})";

    public string Back { get; } =
        $"update delivery set state = @state, attempts = attempts - 1, doubts = @doubts where id = @id and state = 'Sending' {dialect.IsOwn}";

    public string Postpone { get; } =
        $"update delivery set state = @state, attempts = attempts - 1, reply = @reply, due_at = @dueAt where id = @id {dialect.IsOwn}";
}

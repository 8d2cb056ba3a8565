namespace DigestWorker.Delivering.Smtp;

/// <param name="Next">The mail whose envelope may go out with the end of the one before it; null for none.</param>
/// <param name="Meanwhile">What to do while the server is busy with the one before it; null for nothing.</param>
internal readonly record struct MailAhead(SmtpMail? Next, Action? Meanwhile);

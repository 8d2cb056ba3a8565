namespace DigestWorker.Cli.Starting;

/// <summary>Asks a person at a terminal, and asks again where an answer will not do.</summary>
internal sealed class StartInterview(TextReader answers, TextWriter questions)
{
    /// <returns>The answer as it counts; null where nobody answers any more.</returns>
    public string? Ask(StartQuestion question)
    {
        questions.WriteLine(question.Words + (string.IsNullOrEmpty(question.Otherwise) ? ":" : $" [{question.Otherwise}]:"));
        while (true)
        {
            questions.Write("> ");
            questions.Flush();
            if (answers.ReadLine()?.Trim() is not { } typed)
            {
                return null;
            }

            var answer = typed.Length == 0 ? question.Otherwise : typed;
            if (answer is not null && question.Fault(answer) is null)
            {
                return answer;
            }

            questions.WriteLine(answer is null ? "An answer is needed here." : $"'{answer}' {question.Fault(answer)}.");
        }
    }
}

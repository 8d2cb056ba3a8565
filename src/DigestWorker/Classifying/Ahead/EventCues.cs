namespace DigestWorker.Classifying.Ahead;

/// <summary>How sentences say what happens on a day; the day stands as "@", other days of the sentence as "~".</summary>
internal static class EventCues
{
    public const string InForce =
        $@"\b(?:com(?:e|es|ing)|enters?|entering|brought|passes) into (?:force|effect|operation|law|use)\b{Gap}@"
        + $@"|\btak(?:e|es|ing) (?:legal |full )?effect\b{Gap}@|\beffective (?:date:? |on |from |as of )?@|\bwith effect from @"
        + $@"|\b(?:be|is|are|become|becomes|becoming|being|not) (?:statutory|law|mandatory|compulsory|binding|illegal|unlawful|an offence|a criminal offence|a legal duty){Gap}@"
        + $@"|\b(?:in force|in effect|in place|in use|statutory|mandatory|compulsory) (?:from|on|as of|with effect from) @|\bcommenc(?:e|es|ing|ement){Gap}@"
        + $@"|\bappl(?:y|ies|ying|icable)\b{Gap}\b(?:from|on|as of|starting|in) @|\b(?:to be used|for use|used|(?-i:Use)|in use|follow(?:ed)?)\b{Gap}\bfrom @"
        + $@"|\b(?:postponed|delayed|deferred|pushed back|put back|brought forward)(?: from ~)?{Gap}\b(?:to|until) @|@,? when\b{Gap}\b(?:comes? into (?:force|effect)|takes? effect)";

    /// <summary>Counts only where the entry or the sentence speaks of rules.</summary>
    public const string InForceOfRules =
        $@"\b(?:chang(?:e|es|ing)|revisions?|amend(?:ed|ments?)|rules|requirements?|guidance|dut(?:y|ies)|measures|standards|framework|edition){Gap}\b(?:on|from|for) @"
        + $@"|(?:^|[-–:,;(] ?)from @,?[^~;]*\b(?:will|must|may|can|cannot|no longer|need|have|has|should|is|are|schools|providers|employers)\b"
        + $@"|\b(?:go|goes|going) (?:ahead|live)\b{Gap}@|\b(?:implement(?:ed|ation)?|introduced?(?! (?:in|to|into) (?:the )?(?:Houses?|Parliament|Commons|Lords|Senedd|Assembly)\b)|enforced?|rolled out|comply)\b{Gap}\b(?:on|from|in|by) @"
        + $@"|\b(?:starts?|begins?)\b (?:to apply )?(?:on|from|in) @";

    /// <summary>Counts only in an entry that asks for an answer.</summary>
    public const string Closes =
        $@"\bclos(?:e|es|ing)\b{Gap}@|\bdeadline\b{Gap}@|\bextended (?:from ~ )?(?:to|until|by){Gap}@"
        + $@"|\b(?:respond|reply|repl(?:y|ies)|responses?|comments?|views|feedback|submissions?|submit|answers?|take part|have (?:your|their) say)\b{Gap}\b(?:by|before|until|than|to) @"
        + $@"|\b(?:consultation|call for evidence|survey|inquiry|it)\b{Gap}\b(?:until|till|to|ends?(?: on)?|ending|by) @|\b(?:open|runs?)\b{Gap}\b(?:until|till|to) @"
        + "|@ is the (?:closing date|deadline|last day)";

    public const string Published =
        $@"\b(?:will|to|should) be (?:published|released|issued|available|laid|re-?published)\b{Gap}@"
        + $@"|\b(?:report|guidance|version|statistics|figures|data|release|response|findings|results|edition|update|bulletin|framework|text|code|strategy|publication|document)\b{Gap}\b(?:due|expected|scheduled|planned)\b{Gap}@"
        + $@"|\bnext (?:release|update|edition|publication|statistics|bulletin|report|figures)\b{Gap}@"
        + $@"|\b(?:will|plans? to|intends? to|expects? to|aims? to|due to|set to) (?:publish|release|issue|re-?publish)\b{Gap}@"
        + $@"|\b(?:due|expected|scheduled) (?:for|to be) (?:publication|published|release|released|issued)\b{Gap}@"
        + $@"|\bpublication\b{Gap}\b(?:moved|postponed|delayed|put back|brought forward)\b{Gap}@|\b(?:release|publication) date:? @";

    /// <summary>Counts only where the entry or the sentence speaks of rules.</summary>
    public const string Due =
        $@"\b(?:must|should|need to|needs to|have to|has to|required to|expected to)\b{Gap}\b(?:by|before|no later than) @"
        + $@"|(?:^|[-–:,;(] ?)(?:by|before|no later than) @,?[^~;]{{0,60}}\b(?:must|should|need to|have to|(?:are|is) (?:required|expected) to)\b";

    /// <summary>Counts only where the entry or the sentence speaks of rules.</summary>
    public const string Ends =
        $@"\b(?:be|is|are|being) (?:replaced|withdrawn|superseded|revoked|repealed|abolished|scrapped|discontinued)\b{Gap}@"
        + $@"|\b(?:remains?|stays?|continues?|valid|in force|in place|in effect|apply|applies|use|follow)\b{Gap}\b(?:until|till|up to) @"
        + $@"|\b(?:expires?|ceases? to (?:apply|have effect|be in force)|lapses?|ends?)\b(?: (?:on|in|at))? @";

    private const string Gap = "[^@~;]{0,70}";
}

namespace DigestWorker.Classifying;

/// <summary>Whether an entry speaks of those whom safeguarding is for, or of where they are.</summary>
internal static class PeopleWords
{
    private static readonly PhraseMatcher Words = new([.. """
        child; children; childhood; childcare; kid; young people; young person; young adult; youngster; youth; pupil; student; learner; teen; teenager; teenage;
        baby; babies; infant; toddler; girl; boy; under 18s; son; daughter; mother; father; parent; carer; family; families; woman; women; adults at risk;
        adults with care; older people; vulnerable; disabled; patient; victim; survivor; safeguarding; abuse; abused; abusive; neglect; exploitation;
        school; college; nursery; nurseries; early years; social care; social worker; care home; care leaver; domestic violence; trafficked
        """.ReplaceLineEndings(" ").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]);

    public static bool StandIn(Reading reading) =>
        reading.Passages.Any(passage => passage.Place != Place.Publisher && Words.Find(passage.Text).Count > 0);
}

using DigestWorker.Domain;

namespace DigestWorker.Classifying;

/// <summary>Words that speak for a kind; 1 is a hint, 3 says it outright.</summary>
internal static class KindCues
{
    public static readonly IReadOnlyList<(Kind Kind, string Phrase, double Weight)> All =
    [
        .. Of(Kind.Statistics, """
            4: official statistics; national statistics; experimental statistics; statistical release; statistical bulletin; statistics in development;
               freedom of information; figures show; figures reveal; new figures; latest figures; data reveals; data shows; data tables; survey finds; survey results;
               annual report finds; number of children; survey of; since records began; enhanced dataset
            3: statistics; year ending; year to march; FOI; record number; record high; record level; on record; census; estimates;
               estimated; surveyed; compared with; figures; dataset; polled; poll of; prevalence; annual data; annual report and data; annual survey; annual figures;
               in the year to; an increase of; poll says; poll finds; in twelve months; survey suggests; poll suggests
            2: data; rose; risen; rise of; increase of; increased by; fell; fallen; decrease; dropped by; drop of; drop in; up by; up from; down from;
               down by; doubled; trebled; tripled; quadrupled; doubles; highest; lowest; recorded; percentage; per cent; proportion; survey; number of; more than half;
               nearly half; a fifth; a quarter; a third; two thirds; three quarters; on average; trends; soars; surge; respondents; key results; main points;
               key findings; key facts; in ten; methodology; more likely; increase; reveals; researchers; tested; study;
               rise in; fall in; jump in; increase in; in a year; more than doubled; poll; times in; record levels
            1: average; total; most common; rising; findings; analysis; contacts; rates; cases; research; annual report
            """),
        .. Of(Kind.Guidance, """
            4: statutory guidance; updated guidance; new guidance; revised guidance; practice guidance; non statutory guidance; draft guidance; guidance published;
               best practice guidance; good practice guide; practice guide; code of practice; quick guide; practitioner toolkit; practice briefing; minute briefing; briefing paper;
               practitioner briefing; guidance updated; guidance note; draft statutory; statutory framework; comes into force; came into force; come into effect;
               takes effect; took effect; procedures manual; what has changed; what changes; key changes; changes explained; briefing for; guidance for; statutory advice;
               new framework; draft framework; draft rules; practice advice; consultation on draft; rules are changing; what schools need to know;
               new pathway; comes into operation; came into operation;
               aide memoire; child protection policy statement; safeguarding policy statement; learning from case reviews
            3: guidance; toolkit; protocol; procedures; guide; kcsie; eyfs; best practice; checklist; advice for; advice to; for information; replaces;
               supersedes; in force; applies from; revised; updated; version; working together to safeguard children; keeping children safe in education;
               filtering rules; new rules; requirements; safeguarding arrangements; quick reference; dos and don'ts; guidelines; alert; factsheets; screening tool;
               updated chapter; resource pack; learning brief; learning briefing; letter to parents;
               consultation outcome; consults on; consultation on; proposed changes; letter for parents; what every school; questions from schools; core standards
            2: changes; amended; amendment; advice; briefing; policy; duty; practitioners; framework; rules; what it means for;
               need to know; what to do; how to; resources; template; definition; standards; handbook; tools; against the law; safer recruitment; warning; consultation; have your say
            1: must; should; changes to; have to; need to; explains; section; applies; summary; chapter; schools; update; strategy; proposals
            """),
        .. Of(Kind.News, """
            4: step down; stepping down; fee changes; to leave; appointed; new chief executive; jailed; sentenced; found guilty; guilty of; court heard; verdict;
               council tax; minutes of; meeting minutes; board minutes; royal assent; our response;
               road closure; petition; manifesto; events; book now; campaign; week of action; our view;
               joint targeted area inspection; white paper; policy statement; arrests; warrants; awards ceremony; award winners; county lines week; bullying week
            3: conference; webinar; newsletter; budget; cabinet; debate; bill; launches; launched; inquiry; comment; reacts; reaction; responds to;
               statement on; awareness week; safeguarding week; pledge; pilot; police officers; operation; raids; police chief; case reviews; inspectorates;
               anniversary; drop in; trial; in court; festival; pleaded guilty; life sentence; murder of; seized; arrested; new chair; appoints; retires; rated inadequate; rated good;
               requires improvement; investment; grants; planning application; roadworks; recycling; car park; bus times; bus routes;
               bus services; becomes law; statement from; vaccine; football; energy bills; murdered;
            2: announces; announced; announcement; funding; urges; call for; calls on; response to; review of; national review; strategy; planning; inspection; inspectors; officers; opens;
               awards; leader; councillors; residents; members agreed; tickets; blog; views; opinion; join us; welcomes; we welcome; mp; story; course; delay; open letter
            1: government; minister; secretary of state; parliament; warns; plans; today; tomorrow; this week; community; said; told; asks; charity; leave; review finds; review says
            """),
    ];

    private static IEnumerable<(Kind, string, double)> Of(Kind kind, string table) =>
        PhraseTable.Read(table).Select(cue => (kind, cue.Phrase, cue.Weight));
}

namespace DigestWorker.Classifying;

/// <summary>Signs of a paragraph that belongs to the page and not to the piece; 2 is enough by itself.</summary>
internal static class BoilerplateCues
{
    public static readonly IReadOnlyList<(string Phrase, double Weight)> All = PhraseTable.Read("""
        2: all rights reserved; all content is available under; open government licence; is this page useful; report a problem with this page;
           uses cookies; our cookie policy; related content; share this story; share this page; share this article; sharing options;
           comments are closed; comments on this post; not accepting comments; sign up for our newsletter; sign up to our newsletter;
           subscribe to our newsletter; sign up for the newsletter; join our mailing list; follow us on; follow us; quick exit; toggle contrast;
           read more on this story; more on this story; alternative formats; assistive technology; if you have been affected by; browse our courses;
           book a demo; manage your preferences; change your preferences; unsubscribe at any time; privacy notice; notes to editors;
           for media enquiries; media enquiries; for interviews; press office and public enquiries; back to top; skip to main content; print this page;
           photo credit; image credit; advertisement; sponsored content; support independent reporting; support our journalism; become a member today;
           our work depends on donations; we rely on supporters; make a donation; donate now; previous posts; read our terms; relied on as advice;
           does not constitute legal advice; for general information only; download free templates; worried about a child you can; calls are free;
           free and confidential; contact childline; call childline; call the samaritans; ring the helpline; exclusive offers; follow us on social media;
           keep up to date with; is a company limited by guarantee
        1: newsletter; mailing list; email alerts; sign up; sign up for alerts; sign up for emails; subscribe; subscriptions;
           our website; visit our website; our courses; our online courses; online courses; our training; training calendar; our policies; our services;
           about us; contact us; get in touch; press office; our press office; our media team; please credit us; name us as the source; email us;
           log in; registered users; our bulletins; registered charity; charity registration; charity number; company number; registered in england; social media for the latest;
           got a story; got something to say; send us; email the news team; adverts; immediate danger; ring 999; call 999; dial 999; in an emergency;
           helpline; national helplines; freephone; childline; worried about a child; concerned about a child; safeguarding is everybody's responsibility;
           safeguarding is everyone's responsibility; committed to safeguarding; brings together the council; provides courses; offers training;
           advises clients; we help organisations; brings you news; welcomes contributions; is a not for profit; not for profit organisation;
           is a charity; is the leading; is run by; local front door service; accessible format; more accessible format; members can; events diary;
           never share your details; terms and conditions; cookies; copyright; telegram; whatsapp channel; facebook page; linkedin;
           download our app; opening hours; lines are open; monday to friday; other resources; on our website; term dates; share that commitment;
           book a place; find out more about our; learn more about our; our team; speak to our; talk to one of our; confidential help; click here;
           report online without giving a name; consultancy
        """);
}

// How promises and requests are said, and how it is said that they are done.

const ACTION =
  '(?:send|resend|forward|text|call|ring|phone|e-?mail|mail|check|ask|book|order|bring|deliver|drop|fix|repair|measure|quote|prepare|schedule|confirm|swing by|come (?:by|over|and)|pop by|stop by|pick|get back|let (?:you|u|them) know|follow up|look into|find out|share|invoice|refund|replace|update|review|arrange|reserve|hold|set (?:up|aside)|put (?:together|aside|you down)|visit|pay|transfer|return|sign|cancel|process|draw|sketch|price|finish|install|make sure|get (?:you|them|it|that|a)|ship|collect|request|speak (?:to|with)|talk to|pass)';
const WHEN =
  '(?:tomorrow|tonight|today|this (?:week|afternoon|evening|morning)|next week|(?:on |by )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|by the end of (?:the|this) week|later today|in the morning|soon)';

export const DOCUMENTS =
  /\b(?:quote|estimate|invoice|drawings?|sketch(?:es)?|samples?|photos?|contract|receipt|price list|report|certificate|proofs?|brochure|agreement|refund|order|proposal|pricing|measurements?|documents?|paperwork|confirmation|address|number|link|list|design)\b/iu;

/** `action` is the verb; `doer` a name in front. */
export const PROMISE = new RegExp(
  `(?:\\b(?:[Ii]|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)(?:'ll| will)|\\b(?:[Ii] am|[Ww]e are|[Ii]'m|[Ww]e're) going to|\\b[Ll]et me|\\b(?<doer>\\p{Lu}\\p{Ll}+)(?:'ll| will)|^[Ww]ill) (?:(?:also|just|definitely|then|quickly|go|try to|be able to) )*(?<action>${ACTION})\\b(?! (?:it up|up the good|in touch|that in mind))`,
  'u',
);

/** Group 1 is what; the rest of the clause says when. */
export const YOU_WILL_HAVE =
  /\byou(?:'ll| will) (?:have|get|receive) (it|them|that|(?:the|a|an|your|our|this) (?:[\p{L}-]+ ){0,3}?[\p{L}-]+)(?= (?:on|by|before|tomorrow|tonight|today|this|next|within|in|well|at|for)\b)/iu;

/** "Quote with you tomorrow", "Sketch coming Friday". Group 1 the document, group 2 when. */
export const PROMISED_DOCUMENT = new RegExp(
  `^(?:(?:your|the|a|our) )?((?:new |revised |final )?(?:quote|estimate|invoice|drawings?|sketch(?:es)?|samples?|contract|proposal|report|proofs?))(?: (?:with you|coming|to follow|follows|will follow|over to you))? (${WHEN})\\b`,
  'iu',
);

/** Group 1 starts at the action. Without "can you" or "please" only few verbs are a request. */
export const REQUEST = new RegExp(
  `(?:\\b(?:can|could|would|will) (?:you|u|ya|you guys|someone|somebody|one of you) (?:(?:please|pls|also|just|maybe) )*|\\b(?:please|pls|plz) (?:also |just )?)((?:${ACTION}|tell|give|add|remove|change|move|put|include|invite|unblock|help|leave|lower|split|have (?:somebody|someone)|switch|reschedule|take|keep|attend|correct|extend)\\b.*)|^(?:(?:somebody|someone) )?((?:call|text|tell|send|resend|give|ring|e-?mail|quote|price|book) (?:me|us|the|a|him|her|it|over)\\b.*)`,
  'iu',
);
/** What they need, the rest of the clause. */
export const NEED =
  /(?:^|[^\p{L}'])(?:i|we)(?:'d like| need| want| would like| must have) (?=(?:your|the|a|an|it|to know|to hear)\b)/iu;
export const QUESTION = /\p{L}{2,}.*\p{L}{2,}/u;
/** A question without its mark. */
export const OPEN_QUESTION =
  /^(?:and |also |so )?(?:can (?:i|we|you|u)|could (?:i|we|you)|may i|do (?:you|i|we|u)|does|is (?:it|there|the|that)|are (?:you|there|the)|when (?:can|will|is|do|are)|what (?:do|is|are|time|about)|where (?:is|are|do|can)|how (?:much|long|many|do|does|can|often)|any (?:news|update|slot|chance)|which)\b/iu;
/** Said in passing at the end of a talk, and no task. */
export const IDLE_REQUEST =
  /\b(?:take (?:it easy|care)|keep (?:in touch|me posted|it up|up the|going|pushing)|let me know if|tell me about it|give (?:him|her|them|the \w+|it) (?:a hug|my|our|some)|don't worry|how are you|how's it going|what's up|how have you been|isn't it|right\?$|you know\?$|know what i mean|who would|who knows|what (?:a|an) \p{L}+)\b|^(?:really|seriously|why not|a second one|you came)\b/iu;

/** Said by friends at every goodbye. */
export const IDLE_PROMISE =
  /\blet (?:you|ya|u) know(?: (?:if|when|how)\b|[.!]?$)|\b(?:bring|share) (?:joy|comfort|hope|love|happiness|smiles)\b|\bmake sure (?:i|to|you)\b|\bfor sure\b/iu;

const THEIR_ACTION =
  '(?:send|resend|forward|text|call|ring|e-?mail|check|ask|bring|drop|confirm|get back|let (?:you|u) know|pay|transfer|return|sign|come (?:by|over)|pick|collect|measure|talk to|think about|speak (?:to|with)|tell)';
export const THEIR_PROMISE = new RegExp(
  `(?:\\b(?:i|we)(?:'?ll| will)|\\bi can|\\b(?:i'?m|we're) (?:going to|gonna)|^will|^ill) (?:(?:also|just|definitely|then|try to) )*(${THEIR_ACTION})\\b`,
  'iu',
);

/** We say that it is done. */
export const DONE_BY_US =
  /\b(?:done|sent|resent|re-sent|attached|booked|cancelled|canceled|updated|fixed|delivered|installed|ordered|confirmed|refunded|ready|finished|paid|in your inbox|here(?:'s| is| are)|on (?:its|their|his|her) way|all set|sorted|removed|added|it's in|went out|dropped|called|emailed|mailed|shipped|frozen|held)\b/iu;

/** They show that it is done. */
export const DONE_BY_THEM =
  /\b(?:got (?:it|them|the)|received|arrived|it's here|came|thank(?:s| you) for|looks? (?:great|good|amazing|lovely)|love (?:it|the|them)|approved|installed|fixed|perfect|is (?:great|awesome|solid|perfect|in)|are in|works (?:now|again|great)|he (?:came|called|fixed|was)|she (?:came|called|fixed)|was (?:great|lovely)|go ahead|steht)\b/iu;

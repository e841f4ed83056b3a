// Subjects of answers.

// "Re:", "RE[2]:", "Re^3:" and the same in other languages; forwards start a conversation of their own.
const REPLY =
  /^\s*(?:re|aw|antw|sv|vs|rif|odp|ynt|res|回复|回覆|答复|返信)\s*(?:\[\d+\]|\(\d+\)|\^\d+)?\s*[:：]/i;

/** The subject without any "Re:" before it. */
export const bareSubject = (subject: string): string => {
  let bare = subject;
  while (REPLY.test(bare)) bare = bare.replace(REPLY, '');
  return bare.trim();
};

/** The subject of an answer: one "Re:", however many there were, in whatever language. */
export const replySubject = (subject: string): string => `Re: ${bareSubject(subject)}`.trim();

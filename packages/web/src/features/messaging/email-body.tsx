import type { Email } from '@rapport/contract/email.api';
import type { Message } from '@rapport/contract/messaging.api';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { emailQuery } from './email.api.ts';

const ACTION =
  'justify-self-start text-sm font-medium text-accent-text hover:underline pointer-coarse:py-2';

/** The mail as its sender laid it out: nothing in it runs, and it can reach nothing of ours. */
const EmailFrame = ({ email, subject }: { email: Email; subject: string | null }) => {
  const [images, setImages] = useState(false);
  return (
    <>
      <iframe
        title={subject || 'E-mail'}
        src={`/api/messages/${email.message_id}/html?images=${images ? 1 : 0}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        loading="lazy"
        className="h-80 w-[min(34rem,70vw)] max-w-full resize-y rounded-md border border-line bg-white"
      />
      {email.has_remote_pictures && !images && (
        <button type="button" className={ACTION} onClick={() => setImages(true)}>
          Show pictures from the web
        </button>
      )}
    </>
  );
};

/** What an e-mail has beside its text: its own look, the mail that it answers, what became of it. */
export const EmailExtras = ({ message }: { message: Message }) => {
  // Of a mail that was imported there is no more than its text.
  const { data } = useQuery({ ...emailQuery(message.id), enabled: message.source !== 'import' });
  const [shows, setShows] = useState({ html: false, quoted: false });
  if (!data) return null;
  return (
    <>
      {data.bounce_reason && (
        <p className="rounded-md bg-danger-soft px-2 py-1 text-sm text-danger-text">
          {data.bounce === 'hard' ? 'Came back' : 'Could not be delivered yet'}:{' '}
          {data.bounce_reason}
        </p>
      )}
      {shows.html && <EmailFrame email={data} subject={message.subject} />}
      {shows.quoted && data.quoted && (
        <blockquote className="border-l-2 border-line-strong pl-3 text-sm whitespace-pre-wrap text-ink-muted [overflow-wrap:anywhere]">
          {data.quoted}
        </blockquote>
      )}
      <div className="flex flex-wrap gap-x-3">
        {data.has_html && (
          <button
            type="button"
            aria-expanded={shows.html}
            className={ACTION}
            onClick={() => setShows((before) => ({ ...before, html: !before.html }))}
          >
            {shows.html ? 'Hide the layout' : 'Show as sent'}
          </button>
        )}
        {data.quoted && (
          <button
            type="button"
            aria-expanded={shows.quoted}
            aria-label={shows.quoted ? 'Hide the quoted mail' : 'Show the quoted mail'}
            className={ACTION}
            onClick={() => setShows((before) => ({ ...before, quoted: !before.quoted }))}
          >
            •••
          </button>
        )}
      </div>
    </>
  );
};

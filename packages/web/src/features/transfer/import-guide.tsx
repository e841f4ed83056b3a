import type { ReactNode } from 'react';
import { ChevronRight } from 'lucide-react';

const EXAMPLE = `{"contact":{"phone":"+14155550132","name":"Ada Park"},"direction":"inbound","channel":"sms","body":"Is Friday still good?","sent_at":"2026-03-02T17:05:00Z","id":"msg-1"}
{"contact":{"phone":"+14155550132"},"direction":"outbound","channel":"sms","body":"Yes, at ten.","sent_at":"2026-03-02T17:09:00Z","id":"msg-2"}`;

const Way = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="group border-b border-line last:border-0">
    <summary className="flex h-10 list-none items-center gap-2 px-4 font-medium hover:bg-hover">
      <ChevronRight
        aria-hidden
        className="size-4 text-ink-faint transition-transform group-open:rotate-90"
      />
      {title}
    </summary>
    <div className="grid gap-2 pr-4 pb-4 pl-10 text-ink-muted">{children}</div>
  </details>
);

const Steps = ({ children }: { children: ReactNode }) => (
  <ol className="list-decimal space-y-1 pl-4 marker:text-ink-faint">{children}</ol>
);

/** How to get a history out of where it is now. */
export const ImportGuide = () => (
  <section aria-labelledby="import-guide" className="grid gap-2">
    <h2 id="import-guide" className="text-base font-semibold">
      Where do I get my contacts and my history?
    </h2>
    <div className="overflow-hidden rounded-xl border border-line bg-raised">
      <Way title="Contacts from another program">
        <Steps>
          <li>
            <strong>Google Contacts</strong>: Export, as Google CSV or vCard.{' '}
            <strong>Outlook</strong>: Manage, Export contacts.
          </li>
          <li>
            <strong>HubSpot, Salesforce, Chatwoot, Twenty</strong> and others: export the list as
            CSV.
            <strong> iPhone</strong>: select the contacts, Share, as vCard.
          </li>
          <li>Drop the file above. You see what would happen before anything is written.</li>
        </Steps>
      </Way>
      <Way title="Text messages from an Android phone">
        <Steps>
          <li>
            Install <strong>SMS Backup &amp; Restore</strong> from the Play Store and open it.
          </li>
          <li>Choose Set up a backup, and tick Messages.</li>
          <li>Send yourself the file it makes: sms-….xml. Drop it above.</li>
        </Steps>
      </Way>
      <Way title="A WhatsApp chat">
        <Steps>
          <li>Open the chat. Android: ⋮, More, Export chat. iPhone: tap the name, Export chat.</li>
          <li>Choose Without media, and send the file to yourself.</li>
          <li>If it is a .zip, take the .txt out of it. Drop the .txt above.</li>
        </Steps>
        <p>
          One file is one chat. WhatsApp writes names only; add the phone number under Options to
          join the chat to a contact you have.
        </p>
      </Way>
      <Way title="Any other program: JSON Lines">
        <p>
          One message a line. <code>contact</code> needs a phone, an e-mail or an external_id;{' '}
          <code>direction</code> is inbound or outbound; <code>id</code> keeps a second import from
          adding anything twice.
        </p>
        <pre className="whitespace-pre-wrap break-words rounded-md border border-line bg-surface p-3 font-mono text-xs text-ink">
          {EXAMPLE}
        </pre>
      </Way>
    </div>
  </section>
);

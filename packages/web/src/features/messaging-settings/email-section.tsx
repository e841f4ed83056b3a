import { AddressesCard } from './addresses-card.tsx';
import { KeptMailsCard } from './kept-mails-card.tsx';
import { MailReceiptsCard } from './mail-receipts-card.tsx';
import { MailWebhookCard } from './mail-webhook-card.tsx';
import { SmtpCard } from './smtp-card.tsx';

/** How the organization writes and gets e-mail. */
export const EmailSection = () => (
  <>
    <AddressesCard />
    <SmtpCard />
    <MailWebhookCard />
    <KeptMailsCard />
    <MailReceiptsCard />
  </>
);

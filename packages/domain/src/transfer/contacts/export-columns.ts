// Contacts as rows of a CSV that imports back to the same contacts.
import { joinList } from './cells.ts';

/** A contact as it leaves: in the order in which it is shown, the preferred one of each kind first. */
export type ExportedContact = {
  id: string;
  external_id: string | null;
  first_name: string;
  last_name: string;
  company: string | null;
  job_title: string | null;
  status: string;
  pipeline_stage: string | null;
  source: string | null;
  phones: { phone_number: string; label: string | null }[];
  emails: { email: string; label: string | null }[];
  addresses: ExportedAddress[];
  tags: { name: string }[];
  date_of_birth: string | null;
  gender: string | null;
  timezone: string | null;
  preferred_language: string | null;
  avatar_url: string | null;
  ai_summary: string | null;
  assigned_users: { name: string }[];
  /** What others may read of what was written down, the oldest first. */
  notes: string[];
  created_at: Date;
  last_contacted_at: Date | null;
};
export type ExportedAddress = {
  label: string | null;
  street: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  country: string | null;
};

/** How many columns each repeated part needs: as many as the contact that has most of them. */
export type Widths = { phones: number; emails: number; addresses: number; notes: number };

const FIRST = [
  ['Rapport ID', (one) => one.id],
  ['External ID', (one) => one.external_id],
  ['First name', (one) => one.first_name],
  ['Last name', (one) => one.last_name],
  ['Company', (one) => one.company],
  ['Job title', (one) => one.job_title],
  ['Status', (one) => one.status],
  ['Pipeline stage', (one) => one.pipeline_stage],
] as const satisfies Column[];

const LAST = [
  ['Tags', (one) => joinList(one.tags.map(({ name }) => name))],
  ['Birthday', (one) => one.date_of_birth],
  ['Gender', (one) => one.gender],
  ['Time zone', (one) => one.timezone],
  ['Language', (one) => one.preferred_language],
  ['Source', (one) => one.source],
  ['Picture', (one) => one.avatar_url],
  ['Summary', (one) => one.ai_summary],
  ['Assigned to', (one) => joinList(one.assigned_users.map(({ name }) => name))],
  ['Created at', (one) => one.created_at.toISOString()],
  ['Last contacted at', (one) => one.last_contacted_at?.toISOString() ?? null],
] as const satisfies Column[];

type Column = readonly [string, (one: ExportedContact) => string | null];

const ADDRESS_PARTS = [
  ['Label', 'label'],
  ['Street', 'street'],
  ['City', 'city'],
  ['State', 'state'],
  ['Zip', 'zip'],
  ['Country', 'country'],
] as const;

const numbers = (most: number): number[] => Array.from({ length: most }, (_, i) => i);

const columnsOf = ({ phones, emails, addresses, notes }: Widths): Column[] => [
  ...FIRST,
  ...numbers(phones).flatMap((i): Column[] => [
    [`Phone ${i + 1}`, (one) => one.phones[i]?.phone_number ?? null],
    [`Phone ${i + 1} label`, (one) => one.phones[i]?.label ?? null],
  ]),
  ...numbers(emails).flatMap((i): Column[] => [
    [`E-mail ${i + 1}`, (one) => one.emails[i]?.email ?? null],
    [`E-mail ${i + 1} label`, (one) => one.emails[i]?.label ?? null],
  ]),
  ...numbers(addresses).flatMap((i) =>
    ADDRESS_PARTS.map(([name, part]): Column => [
      `Address ${i + 1} ${name.toLowerCase()}`,
      (one) => one.addresses[i]?.[part] ?? null,
    ]),
  ),
  ...numbers(notes).map((i): Column => [`Note ${i + 1}`, (one) => one.notes[i] ?? null]),
  ...LAST,
];

/** @returns the header, and what makes a row of a contact */
export const exportTable = (
  widths: Widths,
): { header: string[]; rowOf: (one: ExportedContact) => string[] } => {
  const columns = columnsOf(widths);
  return {
    header: columns.map(([name]) => name),
    rowOf: (one) => columns.map(([, read]) => read(one) ?? ''),
  };
};

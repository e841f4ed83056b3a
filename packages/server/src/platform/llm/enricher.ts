// The port to whatever reads profile fields out of a conversation.
import type { Extraction, Turn } from '@rapport/domain/enrichment/fields';
import { isEmptyName } from '@rapport/domain/contacts/names';
import { regionOf } from '@rapport/domain/contacts/phones';
import { extractInThread } from './engine-threads.ts';

export type EnricherInput = {
  turns: Turn[];
  /** ISO country for numbers and times without one. */
  default_country: string;
  /** Names of ourselves (organization, members): never the contact's. */
  home_names: string[];
  /** E.164 of the contact, if known. */
  phone: string | null;
  /** What is on record of the contact; empty when unknown. */
  on_record: { first_name: string; last_name: string; company: string; job_title: string };
  now: Date;
};

export type Enricher = {
  engine: 'local' | 'llm';
  model: string | null;
  extract: (input: EnricherInput) => Promise<Extraction>;
};

/** The built-in engine: deterministic, offline, no key. */
export const localEnricher: Enricher = {
  engine: 'local',
  model: null,
  extract: async ({ turns, default_country, home_names, phone, on_record, now }) => {
    const known = Object.entries(on_record).filter(([, value]) => !isEmptyName(value));
    const phone_region = phone ? regionOf(phone) : null;
    return extractInThread(turns, {
      default_region: default_country,
      home_names,
      ...(phone_region ? { phone_region } : {}),
      on_record: Object.fromEntries(known),
      now: now.toISOString(),
    });
  },
};

// A contact as a file has it, whatever the format: texts, not yet judged.
import type { FieldTarget } from './targets.ts';

export type Labelled = { value: string; label: string | null };
export type Address = {
  street: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  country: string | null;
  label: string | null;
};

export type RawContact = {
  /** What is empty is not there. */
  fields: Partial<Record<FieldTarget, string>>;
  phones: Labelled[];
  emails: Labelled[];
  addresses: Address[];
  tags: string[];
  notes: string[];
};

export const emptyRaw = (): RawContact => ({
  fields: {},
  phones: [],
  emails: [],
  addresses: [],
  tags: [],
  notes: [],
});

export const emptyAddress = (): Address => ({
  street: null,
  city: null,
  state: null,
  zip: null,
  country: null,
  label: null,
});

// The keys of all server state, in one place: features read by them, `realtime/event-keys.ts` invalidates by them.
// A key is invalidated together with all keys that start with it.

export const keys = {
  setup: ['setup'],
  me: ['me'],
  contacts: ['contacts'],
  contactLists: ['contacts', 'list'],
  contactList: (query: object) => ['contacts', 'list', query],
  contact: (contact_id: string) => ['contacts', 'one', contact_id],
  tags: ['tags'],
  messages: ['messages'],
  contactMessages: (contact_id: string) => ['messages', contact_id],
  notes: ['notes'],
  contactNotes: (contact_id: string) => ['notes', contact_id],
  todos: ['todos'],
  evidence: ['evidence'],
  contactEvidence: (contact_id: string) => ['evidence', contact_id],
  imports: ['imports'],
  importList: ['imports', 'list'],
  import: (import_id: string) => ['imports', 'one', import_id],
  rejections: (import_id: string) => ['imports', 'rejections', import_id],
  members: ['members'],
  invitations: ['invitations'],
  invitation: (token: string) => ['invitations', 'by-token', token],
  gatewayKeys: ['gateway-keys'],
} as const;

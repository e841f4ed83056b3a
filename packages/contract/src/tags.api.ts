// Tags: the labels with which an organization sorts its contacts.
import { z } from 'zod';
import { contactTag } from './contacts.api.ts';
import { defineApi, endpoint } from './endpoint.ts';
import { contactParams, done, uuid } from './shared.ts';

const tagParams = z.object({ tag_id: uuid });
const taggingParams = contactParams.extend({ tag_id: uuid });

const tagData = z.object({
  name: z.string().trim().min(1).max(60),
  color: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #6366f1'),
});

export const tagsApi = defineApi({
  listTags: endpoint({
    method: 'GET',
    path: '/api/contact-tags',
    access: { kind: 'person', permission: 'contact:read' },
    summary: 'The tags of the organization, oldest first.',
    response: z.object({ tags: z.array(contactTag) }),
  }),
  createTag: endpoint({
    method: 'POST',
    path: '/api/contact-tags',
    access: { kind: 'person', permission: 'contact:write' },
    summary: 'Create a tag; its name is unique in the organization, whatever the case.',
    body: tagData,
    response: contactTag,
    status: 201,
  }),
  updateTag: endpoint({
    method: 'PUT',
    path: '/api/contact-tags/{tag_id}',
    access: { kind: 'person', permission: 'contact:write' },
    summary: 'Rename or recolour a tag; what is left out stays as it is.',
    params: tagParams,
    body: tagData.partial(),
    response: contactTag,
  }),
  removeTag: endpoint({
    method: 'DELETE',
    path: '/api/contact-tags/{tag_id}',
    // Unlike the rest it reaches every contact at once and cannot be undone.
    access: { kind: 'person', permission: 'settings:manage' },
    summary: 'Delete a tag and take it off all contacts.',
    params: tagParams,
    response: done,
  }),
  tagContact: endpoint({
    method: 'POST',
    path: '/api/contacts/{contact_id}/tags/{tag_id}',
    access: { kind: 'person', permission: 'contact:write' },
    summary: 'Put a tag on a contact; nothing happens when it is there already.',
    params: taggingParams,
    response: done,
    contact_param: 'contact_id',
  }),
  untagContact: endpoint({
    method: 'DELETE',
    path: '/api/contacts/{contact_id}/tags/{tag_id}',
    access: { kind: 'person', permission: 'contact:write' },
    summary: 'Take a tag off a contact; nothing happens when it is not there.',
    params: taggingParams,
    response: done,
    contact_param: 'contact_id',
  }),
});

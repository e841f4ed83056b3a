-- Todos: what is to be done for a contact, and the mail that some of them send.

create table todo (
  organization_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  title text not null,
  description text,
  due_date date,
  status text not null
    check (status in ('pending_review', 'approved', 'rejected', 'in_progress', 'completed', 'failed')),
  -- By hand, or proposed by the product from what was said.
  origin text not null check (origin in ('manual', 'proposed')),
  assignee_member_id uuid,
  tool text check (tool in ('send_email_to_caller')),
  tool_payload jsonb,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  check ((tool is null) = (tool_payload is null)),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade,
  foreign key (organization_id, assignee_member_id) references member (organization_id, id)
    on delete set null (assignee_member_id),
  foreign key (organization_id, created_by) references member (organization_id, id)
    on delete set null (created_by)
);
create index todo_contact on todo (organization_id, contact_id);
create index todo_status on todo (organization_id, status, due_date);
create index todo_assignee on todo (organization_id, assignee_member_id) where assignee_member_id is not null;

-- What an installation without a mail server would have sent.
create table outgoing_mail (
  organization_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  to_address text not null,
  subject text not null,
  body text not null,
  sent_by_member_id uuid,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contact (organization_id, id) on delete cascade,
  foreign key (organization_id, sent_by_member_id) references member (organization_id, id)
    on delete set null (sent_by_member_id)
);
create index outgoing_mail_contact on outgoing_mail (organization_id, contact_id);

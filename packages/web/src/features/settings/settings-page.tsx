import { Link } from '@tanstack/react-router';
import { type ComponentType, Suspense, lazy } from 'react';
import { NotFoundPage } from '../../ui/route-states.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useMe } from '../auth/auth.api.ts';
import { type Section, sectionsFor } from './sections.ts';

const CONTENT: Record<Section, ComponentType> = {
  organization: lazy(async () => ({
    default: (await import('./organization-section.tsx')).OrganizationSection,
  })),
  members: lazy(async () => ({ default: (await import('./members-section.tsx')).MembersSection })),
  tags: lazy(async () => ({ default: (await import('../tags/tags-section.tsx')).TagsSection })),
  'canned-replies': lazy(async () => ({
    default: (await import('../messaging-settings/canned-replies-section.tsx'))
      .CannedRepliesSection,
  })),
  numbers: lazy(async () => ({
    default: (await import('../messaging-settings/numbers-section.tsx')).NumbersSection,
  })),
  calls: lazy(async () => ({ default: (await import('../calls/calls-section.tsx')).CallsSection })),
  twilio: lazy(async () => ({
    default: (await import('../messaging-settings/twilio-section.tsx')).TwilioSection,
  })),
  email: lazy(async () => ({
    default: (await import('../messaging-settings/email-section.tsx')).EmailSection,
  })),
  ai: lazy(async () => ({
    default: (await import('../enrichment-settings/ai-section.tsx')).AiSection,
  })),
  compliance: lazy(async () => ({
    default: (await import('../messaging-settings/compliance-section.tsx')).ComplianceSection,
  })),
  keys: lazy(async () => ({
    default: (await import('./gateway-keys-section.tsx')).GatewayKeysSection,
  })),
  profile: lazy(async () => ({ default: (await import('./profile-section.tsx')).ProfileSection })),
  sample: lazy(async () => ({ default: (await import('./sample-section.tsx')).SampleSection })),
};

/** On a phone the strip of sections scrolls: the open one must not hide at its end. */
const intoView = (link: HTMLAnchorElement | null) =>
  link?.scrollIntoView({ inline: 'center', block: 'nearest' });

/** Settings by section; a section that this person may not open is not there. */
export const SettingsPage = ({ section }: { section: string }) => {
  const { member } = useMe();
  const sections = sectionsFor(member.permissions);
  const current = sections.find((one) => one.section === section);
  if (!current) return <NotFoundPage />;
  const Content = CONTENT[current.section];
  return (
    <Page title="Settings" tab={`${current.label} settings`} width="bleed">
      <div className="flex h-full max-md:flex-col">
        <nav
          aria-label="Settings"
          className="flex shrink-0 gap-0.5 border-line p-2.5 max-md:overflow-x-auto max-md:border-b md:w-48 md:flex-col md:border-r"
        >
          {sections.map(({ section: one, label, icon: Icon }) => (
            <Link
              key={one}
              ref={one === section ? intoView : undefined}
              to="/settings/$section"
              params={{ section: one }}
              className="flex h-8 shrink-0 items-center gap-2.5 rounded-md px-2 font-medium text-ink-muted transition-colors hover:bg-hover hover:text-ink pointer-coarse:h-10 [&>svg]:size-4"
              activeProps={{ className: 'bg-pressed text-ink [&>svg]:text-accent-text' }}
            >
              <Icon aria-hidden />
              {label}
            </Link>
          ))}
        </nav>
        <div className="min-w-0 flex-1 overflow-y-auto">
          <div className="grid max-w-3xl gap-4 p-4 md:p-6">
            <Suspense fallback={<Skeleton className="h-48 rounded-xl" />}>
              <Content />
            </Suspense>
          </div>
        </div>
      </div>
    </Page>
  );
};

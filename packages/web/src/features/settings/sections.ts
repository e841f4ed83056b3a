// The sections of the settings: one table for the page's own navigation and the palette.
import type { Permission } from '@rapport/contract/permissions';
import {
  AtSign,
  BrainCircuit,
  Building2,
  KeyRound,
  type LucideIcon,
  MessageSquareQuote,
  Phone,
  PhoneCall,
  PhoneForwarded,
  ShieldCheck,
  Sparkles,
  Tags,
  UserRound,
  Users,
} from 'lucide-react';

export const SECTIONS = [
  {
    section: 'organization',
    label: 'Organization',
    icon: Building2,
    permission: 'settings:read',
    words: 'name country time zone',
  },
  {
    section: 'members',
    label: 'Members',
    icon: Users,
    permission: 'members:read',
    words: 'invite invitations people team role',
  },
  {
    section: 'tags',
    label: 'Tags',
    icon: Tags,
    permission: 'contact:write',
    words: 'labels colours rename',
  },
  {
    section: 'canned-replies',
    label: 'Canned replies',
    icon: MessageSquareQuote,
    permission: 'message:send',
    words: 'templates snippets shortcuts texts',
  },
  {
    section: 'numbers',
    label: 'Phone numbers',
    icon: Phone,
    permission: 'settings:manage',
    words: 'sms buy sync lines',
  },
  {
    section: 'calls',
    label: 'Calls',
    icon: PhoneCall,
    permission: 'settings:read',
    words: 'voicemail greeting ring forward record analyzers my phone',
  },
  {
    section: 'twilio',
    label: 'Twilio',
    icon: PhoneForwarded,
    permission: 'settings:manage',
    words: 'carrier provider account sms token webhooks',
  },
  {
    section: 'email',
    label: 'E-mail',
    icon: AtSign,
    permission: 'settings:manage',
    words: 'smtp mail server addresses domain',
  },
  {
    section: 'ai',
    label: 'AI',
    icon: BrainCircuit,
    permission: 'settings:manage',
    words: 'enrichment language model llm engine openrouter key cost automatic',
  },
  {
    section: 'compliance',
    label: 'Compliance',
    icon: ShieldCheck,
    permission: 'settings:manage',
    words: 'stop opt-out suppressions blocked unsubscribe help',
  },
  {
    section: 'keys',
    label: 'Gateway keys',
    icon: KeyRound,
    permission: 'settings:manage',
    words: 'api token program',
  },
  {
    section: 'profile',
    label: 'Profile',
    icon: UserRound,
    permission: 'contact:read',
    words: 'password me account',
  },
  {
    section: 'sample',
    label: 'Sample data',
    icon: Sparkles,
    permission: 'import:run',
    words: 'demo example remove',
  },
] as const satisfies readonly {
  section: string;
  label: string;
  icon: LucideIcon;
  /** Hidden from people without it. */
  permission: Permission;
  /** More words by which the palette finds it. */
  words: string;
}[];

export type Section = (typeof SECTIONS)[number]['section'];

/** The sections that somebody with these permissions may open. */
export const sectionsFor = (permissions: readonly Permission[]) =>
  SECTIONS.filter(({ permission }) => permissions.includes(permission));

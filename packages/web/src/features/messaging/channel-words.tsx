// How each channel is called and drawn.
import type { Channel } from '@rapport/domain/messaging/channels';
import {
  Globe,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessageSquare,
  MessagesSquare,
  Phone,
  Send,
} from 'lucide-react';

const CHANNELS: Record<Channel, { label: string; icon: LucideIcon }> = {
  sms: { label: 'SMS', icon: MessageSquare },
  whatsapp: { label: 'WhatsApp', icon: MessageCircle },
  facebook_messenger: { label: 'Messenger', icon: MessagesSquare },
  instagram_dm: { label: 'Instagram', icon: MessageCircle },
  email: { label: 'E-mail', icon: Mail },
  voice: { label: 'Call', icon: Phone },
  telegram: { label: 'Telegram', icon: Send },
  widget: { label: 'Website chat', icon: Globe },
};

export const channelLabel = (channel: Channel): string => CHANNELS[channel].label;

export const ChannelIcon = ({ channel, className }: { channel: Channel; className?: string }) => {
  const Icon = CHANNELS[channel].icon;
  return <Icon aria-hidden className={className} />;
};

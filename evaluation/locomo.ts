// Turns LoCoMo conversations (evaluation data that is not part of this repository) into JSON Lines for import.
//   node evaluation/locomo.ts FILE > history.jsonl
// In each conversation one speaker is the contact and the other one is us. The contact's name is left
// out on purpose: enrichment has to find it.
import { readFile } from 'node:fs/promises';

type Turn = { speaker: string; text: string; dia_id: string; blip_caption?: string };
type Sample = { sample_id: string; conversation: Record<string, unknown> };

const MINUTE = 60_000;

/** "1:56 pm on 8 May, 2023" -> milliseconds, read as UTC. */
const sessionStart = (text: string): number => {
  const match = /^(\d+):(\d+) (am|pm) on (\d+) (\w+), (\d+)$/.exec(text.trim());
  if (!match) throw new Error(`unknown session time: ${text}`);
  const [, hour, minute, half, day, month, year] = match;
  const hours = (Number(hour) % 12) + (half === 'pm' ? 12 : 0);
  return Date.parse(`${day} ${month} ${year} ${hours}:${minute} UTC`);
};

const linesOf = ({ sample_id, conversation }: Sample): string[] => {
  const lines: string[] = [];
  for (let n = 1; Array.isArray(conversation[`session_${n}`]); n++) {
    const start = sessionStart(String(conversation[`session_${n}_date_time`]));
    (conversation[`session_${n}`] as Turn[]).forEach((turn, i) => {
      const caption = turn.blip_caption ? ` [picture: ${turn.blip_caption}]` : '';
      lines.push(
        JSON.stringify({
          contact: { external_id: sample_id, channel: 'whatsapp' },
          direction: turn.speaker === conversation.speaker_a ? 'inbound' : 'outbound',
          body: turn.text + caption,
          sent_at: new Date(start + i * MINUTE).toISOString(),
          channel: 'whatsapp',
          id: `${sample_id} ${turn.dia_id}`,
        }),
      );
    });
  }
  return lines;
};

const file = process.argv[2];
const text = file ? await readFile(file, 'utf8').catch(() => null) : null;
if (text === null) {
  console.error('Name the LoCoMo file: node evaluation/locomo.ts FILE > history.jsonl');
  process.exit(1);
}
for (const sample of JSON.parse(text) as Sample[])
  for (const line of linesOf(sample)) console.log(line);

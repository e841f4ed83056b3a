// Scores the built-in engine on all labelled conversations of this project: node evaluation/enrichment.ts [--json]
//   [--third-person FILE]   dialogues in which people name somebody else: the contact must not be named
//
// Text messages, e-mails and calls. The part that is held out was not looked at while the rules were written:
// of the messages every second conversation, of the others every third.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Dialogue, isNamed, percent, readDialogues, scoreOf } from './scoring.ts';

const SETS = [
  { file: 'names-positive.jsonl', every: 2 },
  { file: 'conversations-sms.jsonl', every: 3 },
  { file: 'conversations-email.jsonl', every: 3 },
  { file: 'conversations-call.jsonl', every: 3 },
];

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, 'third-person': { type: 'string' } },
});

const tuned: Dialogue[] = [];
const heldOut: Dialogue[] = [];
for (const { file, every } of SETS)
  for (const dialogue of readDialogues(join(import.meta.dirname, file)))
    (dialogue.line % every === 0 ? heldOut : tuned).push(dialogue);

const parts = [
  { part: 'all', dialogues: [...tuned, ...heldOut] },
  { part: 'looked at', dialogues: tuned },
  { part: 'held out', dialogues: heldOut },
].map(({ part, dialogues }) => ({
  part,
  conversations: dialogues.length,
  fields: scoreOf(dialogues),
}));

const others = values['third-person'] ? readDialogues(values['third-person']) : null;
const third_person = others && { dialogues: others.length, named: others.filter(isNamed).length };

if (values.json) console.log(JSON.stringify({ parts, third_person }, null, 2));
else {
  for (const { part, conversations, fields } of parts) {
    console.log(`\n${part}: ${conversations} conversations\n`);
    console.log(
      '| field | labelled | found | precision | recall |\n| --- | --- | --- | --- | --- |',
    );
    for (const { field, labelled, found, precision, recall } of fields)
      console.log(
        `| ${field} | ${labelled} | ${found} | ${percent(precision)} | ${percent(recall)} |`,
      );
  }
  if (third_person)
    console.log(
      `\nOf ${third_person.dialogues} dialogues about somebody else, ${third_person.named} named the contact.`,
    );
}

import { describe, expect, test } from 'vitest';
import { extractContactInfo } from './extract.ts';
import { conversation } from './language.fixtures.ts';

function stageOf(line: string): string {
  return extractContactInfo(conversation(line)).pipeline_stage?.value ?? '';
}

describe('pipeline stage', () => {
  test.each([
    ['please cancel my subscription', 'churned'],
    ['I want to cancel my membership', 'churned'],
    ['we went with another company, sorry', 'churned'],
    ["we won't be renewing", 'churned'],
    ['I am a customer of yours since 2019', 'customer'],
    ['hey its tobi member 20931', 'customer'],
    ['where is my order? order number 40077182', 'customer'],
    ['I have an appointment tomorrow at 9', 'customer'],
    ['the boiler you installed is leaking', 'customer'],
    ['our budget is around 5k and we want to start in May', 'qualified'],
    ['I am preapproved and ready to buy', 'qualified'],
    ['I need a quote for 40 users by friday', 'qualified'],
    ['how much is a cleaning?', 'prospect'],
    ["I'm interested in the trial", 'prospect'],
    ['can you send me your price list', 'prospect'],
    ['cuánto cuesta el corte?', 'prospect'],
    ['do you have anything open?', 'lead'],
    ['saw your ad on the bus', 'lead'],
    ["I don't want to cancel my subscription", ''],
    ['thanks', ''],
    ['ok see you', ''],
    ['', ''],
    ['S: please cancel my subscription || U: what?', ''],
  ])('%s -> %s', (line, stage) => expect(stageOf(line)).toBe(stage));

  test('a long chat between friends has no stage', () => {
    const chat = Array.from({ length: 20 }, (_, index) =>
      index % 2
        ? 'S: that sounds lovely, tell me more'
        : 'U: I ordered a cake yesterday for your party',
    );
    expect(stageOf(chat.join(' || '))).toBe('');
  });
});

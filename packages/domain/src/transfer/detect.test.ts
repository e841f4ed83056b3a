import { expect, test } from 'vitest';
import { detectFormat } from './detect.ts';

test.each([
  ['<?xml version="1.0"?>\n<!-- x -->\n<smses count="1">', 'x', 'sms_backup'],
  ['\ufeff<smses count="1">', 'x', 'sms_backup'],
  ['<?xml version="1.0"?><calls count="1">', 'x', 'sms_backup'],
  ['<html><body>', 'sms.xml', null],
  ['{"contact":{}}\n{', 'x', 'json_lines'],
  ['\n{"contact":{}}', 'x', 'json_lines'],
  ['{"contact":{"name":"An', 'x', 'json_lines'],
  ['{not json}', 'x', null],
  ['31/12/2023, 21:45 - Anna: hi', 'x.txt', 'whatsapp'],
  ['\ufeff[31/12/23, 21:45:10] Anna: hi', 'x.txt', 'whatsapp'],
  ['[31/12/23, 21:45:10] Anna: hi\r\nmore', 'x.txt', 'whatsapp'],
  ['cut off\nmessage\n31/12/2023, 21:45 - Anna: hi', 'x.txt', 'whatsapp'],
  ['hello', 'WhatsApp Chat with Anna.txt', null],
  ['', 'WhatsApp Chat with Anna.txt', 'whatsapp'],
  ['', '_chat.txt', 'whatsapp'],
  ['', 'history.jsonl', 'json_lines'],
  ['', 'sms-20230704170607.xml', 'sms_backup'],
  ['', 'notes.txt', null],
  ['name,phone\nAnna,1', 'contacts.csv', null],
])('%j in %s', (text, fileName, expected) => {
  expect(detectFormat(text, fileName)).toBe(expected);
});

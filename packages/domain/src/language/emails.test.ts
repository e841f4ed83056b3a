import { describe, expect, test } from 'vitest';
import { extractContactInfo } from './extract.ts';
import { conversation } from './language.fixtures.ts';

function emailOf(line: string): string {
  return extractContactInfo(conversation(line)).email?.value ?? '';
}

describe('written addresses', () => {
  test.each([
    ['my email is ana@berg.example', 'ana@berg.example'],
    ['Send it to ana.berg+home@mail.berg.example please', 'ana.berg+home@mail.berg.example'],
    ['ANA@BERG.EXAMPLE', 'ana@berg.example'],
    ['ana@berg.example.', 'ana@berg.example'],
    ['(ana@berg.example)', 'ana@berg.example'],
    ['<ana@berg.example>', 'ana@berg.example'],
    ['email:ana@berg.example', 'ana@berg.example'],
    ['ana_berg-1@berg.co.uk', 'ana_berg-1@berg.co.uk'],
    ["S: What's your email? || U: ana@berg.example", 'ana@berg.example'],
    ['S: Your e-mail? || U: sure, ana@berg.example thx', 'ana@berg.example'],
    ['ana@old.example || U: sorry, use ana@new.example', 'ana@new.example'],
    ['my email is ana@a.example || U: actually my email is ana@b.example', 'ana@b.example'],
    ['not ana@a.example, it is ana@b.example', 'ana@b.example'],
    ['stop writing to my work address ana@a.example, only use ana@b.example', 'ana@b.example'],
    ['my e-mail is ana@a.example and cc my boss tom@a.example', 'ana@a.example'],
    ['Please email me at ana@berg.example', 'ana@berg.example'],
    ['you can reach me at ana@berg.example or here', 'ana@berg.example'],
    ['mi correo es ana@berg.example', 'ana@berg.example'],
    ['mon mail: ana@berg.example', 'ana@berg.example'],
    ['meine mail ist ana@berg.example', 'ana@berg.example'],
    ['invite bhej do ana@berg.example', 'ana@berg.example'],
    ['Kind regards\nAna Berg\nana@berg.example', 'ana@berg.example'],
    ['S: Is ana@berg.example right? || U: yes my email is ana@berg.example', 'ana@berg.example'],
  ])('%s -> %s', (line, email) => expect(emailOf(line)).toBe(email));
});

describe('spoken addresses', () => {
  test.each([
    ["S: What's your email? || U: lorna dot fitch at berg dot com", 'lorna.fitch@berg.com'],
    ['its john dot smith at gmail dot com', 'john.smith@gmail.com'],
    ['john underscore smith at yahoo dot com', 'john_smith@yahoo.com'],
    ['john (at) gmail (dot) com', 'john@gmail.com'],
    ['my email is ana at berg dot com', 'ana@berg.com'],
    ['meet me at noon dot the rest later', ''],
    ['I am at home. com on', ''],
    ['lets meet at cafe dot com', ''],
  ])('%s -> %s', (line, email) => expect(emailOf(line)).toBe(email));
});

describe('somebody else’s addresses', () => {
  test.each([
    ['send the invoice to my accountant at tom@a.example', ''],
    ["my wife's email is eva@berg.example", ''],
    ['my husband tom@berg.example will reply', ''],
    ['cc tom@a.example', ''],
    ['Please also invite my colleague Pieter (p.smit@a.example)', ''],
    ['forward it to Tom at tom@a.example', ''],
    ['I got a mail from scam@bad.example, is that you?', ''],
    ['your email hello@shop.example bounces', ''],
    ['S: Write to hello@shop.example || U: I wrote to hello@shop.example twice', ''],
    ['> my email is tom@a.example\nwho is this?', ''],
    ['On Mon, Jan 5 Tom wrote:\nmy email is tom@a.example', ''],
    ['noreply@shop.example', ''],
    ['S: my email is kate@shop.example || U: ok', ''],
    ['ana@', ''],
    ['@ana', ''],
    ['a@b', ''],
    ['ana..berg@berg.example', ''],
    ['price is 5@10.20', ''],
    ['', ''],
  ])('%s -> %s', (line, email) => expect(emailOf(line)).toBe(email));
});

test('the quote is the address as written', () => {
  const { email } = extractContactInfo(conversation('Mail: ANA@Berg.example!'));
  expect(email?.evidence).toEqual({ turn_id: 't0', quote: 'ANA@Berg.example' });
});

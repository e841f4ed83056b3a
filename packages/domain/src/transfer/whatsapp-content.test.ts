import { describe, expect, test } from 'vitest';
import { contentOf } from './whatsapp-content.ts';

const image = { name: null, content_type: 'image/jpeg', omitted: true };
const unknown = { name: null, content_type: 'application/octet-stream', omitted: true };

describe('contentOf', () => {
  test.each([
    '<Media omitted>',
    '<Medien ausgeschlossen>',
    '<Multimedia omitido>',
    '<Médias omis>',
    '<Mídia oculta>',
    '<Media omessi>',
    '<Media weggelaten>',
    '<Без медиафайлов>',
    '<Medya dahil edilmedi>',
    '\u200e<Media omitted>',
  ])('%s', (body) => {
    expect(contentOf(body)).toEqual({ body: null, attachments: [unknown] });
  });

  test.each([
    ['\u200eimage omitted', 'image/jpeg'],
    ['image omitted', 'image/jpeg'],
    ['\u200eBild weggelassen', 'image/jpeg'],
    ['\u200eimagen omitida', 'image/jpeg'],
    ['\u200eimage absente', 'image/jpeg'],
    ['\u200eimagem ocultada', 'image/jpeg'],
    ['\u200eimmagine omessa', 'image/jpeg'],
    ['\u200eafbeelding weggelaten', 'image/jpeg'],
    ['\u200evideo omitted', 'video/mp4'],
    ['\u200eGIF omitted', 'video/mp4'],
    ['\u200eaudio omitted', 'audio/ogg'],
    ['\u200esticker weggelassen', 'image/webp'],
    ['\u200eContact card omitted', 'text/vcard'],
    ['\u200edocument omitted', 'application/octet-stream'],
  ])('%s', (body, content_type) => {
    expect(contentOf(body)).toEqual({
      body: null,
      attachments: [{ name: null, content_type, omitted: true }],
    });
  });

  test.each([
    ['IMG-20231231-WA0001.jpg (file attached)', 'IMG-20231231-WA0001.jpg', 'image/jpeg'],
    ['\u200eIMG-20231231-WA0001.jpg (Datei angehängt)', 'IMG-20231231-WA0001.jpg', 'image/jpeg'],
    ['PTT-20250328-WA0014.opus (archivo adjunto)', 'PTT-20250328-WA0014.opus', 'audio/ogg'],
    [
      'PTT-20250328-WA0014.opus (in a language of tomorrow)',
      'PTT-20250328-WA0014.opus',
      'audio/ogg',
    ],
    ['Offer 2024.pdf (fichier joint)', 'Offer 2024.pdf', 'application/pdf'],
    ['\u200e<attached: 00000001-PHOTO-2023.jpg>', '00000001-PHOTO-2023.jpg', 'image/jpeg'],
    ['\u200e<Anhang: 00000002-VIDEO-2023.mp4>', '00000002-VIDEO-2023.mp4', 'video/mp4'],
    ['<adjunto: notes.xyz>', 'notes.xyz', 'application/octet-stream'],
  ])('%s', (body, name, content_type) => {
    expect(contentOf(body)).toEqual({
      body: null,
      attachments: [{ name, content_type, omitted: false }],
    });
  });

  test('a document that was left out keeps its name', () => {
    expect(contentOf('\u200eOffer.pdf • \u200e2 pages \u200edocument omitted')).toEqual({
      body: null,
      attachments: [{ name: 'Offer.pdf', content_type: 'application/pdf', omitted: true }],
    });
  });

  test('captions', () => {
    expect(contentOf('IMG-20231231-WA0001.jpg (file attached)\nThe sea\nat night')).toMatchObject({
      body: 'The sea\nat night',
      attachments: [{ name: 'IMG-20231231-WA0001.jpg' }],
    });
    expect(contentOf('The sea \u200e<attached: 1-PHOTO.jpg>')).toMatchObject({
      body: 'The sea',
      attachments: [{ name: '1-PHOTO.jpg' }],
    });
    expect(contentOf('The sea\n\u200eimage omitted')).toEqual({
      body: 'The sea',
      attachments: [image],
    });
    expect(contentOf('<Media omitted>\nThe sea')).toEqual({
      body: 'The sea',
      attachments: [unknown],
    });
  });

  test.each([
    ['This message was deleted', 'deleted'],
    ['\u200eThis message was deleted.', 'deleted'],
    ['\u200eYou deleted this message.', 'deleted'],
    ['Diese Nachricht wurde gelöscht.', 'deleted'],
    ['Se eliminó este mensaje.', 'deleted'],
    ['\u200eMissed voice call', 'call'],
    ['\u200eVoice call, \u200e3 min', 'call'],
    ['\u200eVerpasster Videoanruf', 'call'],
    [
      '\u200eMessages and calls are end-to-end encrypted. Only people in this chat can read.',
      'system',
    ],
    ['\u200eYour security code with Anna changed.', 'system'],
    ['Waiting for this message. This may take a while.', 'system'],
    ['null', 'empty'],
    ['', 'empty'],
    ['\u200e', 'empty'],
  ])('%s is no message', (body, skipped) => {
    expect(contentOf(body)).toEqual({ skipped });
  });

  test.each([
    ['Hello <This message was edited>', 'Hello'],
    ['Hello \u200e<This message was edited>', 'Hello'],
    ['Hallo <Diese Nachricht wurde bearbeitet.>', 'Hallo'],
    ['Hei \u200e<en ny språkversjon>', 'Hei'],
  ])('%s was edited', (body, expected) => {
    expect(contentOf(body)).toEqual({ body: expected, attachments: [] });
  });

  test.each([
    'I wrote "this message was deleted" as a joke',
    '<not sure>',
    'a <b> c',
    'Missed voice call me maybe',
    'a nice image omitted',
    'the report (file attached to the mail)',
    'see you (archivo adjunto)',
    'Someone omitted',
    'My security code is end-to-end 12',
    'null and void',
  ])('%s is what a person wrote', (body) => {
    expect(contentOf(body)).toEqual({ body, attachments: [] });
  });

  test('the mark before a location is not part of the text', () => {
    expect(contentOf('\u200eLocation: https://maps.example/?q=1,2')).toEqual({
      body: 'Location: https://maps.example/?q=1,2',
      attachments: [],
    });
  });
});

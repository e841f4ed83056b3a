// The body of a WhatsApp message -> what was said, or what it only stands for.
//
// Exports write placeholders in the phone's language. Where the layout tells one (a file name, the
// invisible U+200E that iOS puts before everything the app wrote itself), no word list is asked;
// a placeholder in an unknown language stays as text, so nothing a person wrote is lost.
import type { HistoryAttachment } from './rows.ts';
import { MARKS } from './whatsapp-header.ts';

export type Content =
  | { body: string | null; attachments: HistoryAttachment[] }
  /** Kind of record that is no message. */
  | { skipped: 'deleted' | 'system' | 'call' | 'empty' };

const MARK = '\u200e';

const words = (list: string) => new Set(list.split('|'));

/** Whole bodies, lower case without marks and final dot. */
const DELETED = words(
  'this message was deleted|you deleted this message|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht|se eliminó este mensaje|este mensaje fue eliminado|eliminaste este mensaje|ce message a été supprimé|vous avez supprimé ce message|questo messaggio è stato eliminato|hai eliminato questo messaggio|mensagem apagada|essa mensagem foi apagada|esta mensagem foi apagada|você apagou esta mensagem|apagou esta mensagem|dit bericht is verwijderd|dit bericht werd verwijderd|u hebt dit bericht verwijderd|je hebt dit bericht verwijderd|bu mesaj silindi|bu mesajı sildiniz|данное сообщение удалено|вы удалили данное сообщение|сообщение удалено|ta wiadomość została usunięta|pesan ini telah dihapus|pesan ini dihapus|anda menghapus pesan ini|det här meddelandet raderades|denne besked blev slettet|denne meldingen ble slettet|tämä viesti poistettiin|تم حذف هذه الرسالة|הודעה זו נמחקה|此消息已被删除|您已删除此消息|此訊息已刪除|このメッセージは削除されました|삭제된 메시지입니다',
);
const WAITING = words(
  'waiting for this message. this may take a while|warte auf diese nachricht. dies kann etwas dauern|null',
);
/** Inside <...>, Android. */
const OMITTED = words(
  'media omitted|medien ausgeschlossen|medien weggelassen|multimedia omitido|archivo omitido|médias omis|fichier omis|mídia oculta|arquivo de mídia oculto|ficheiro não revelado|media omessi|media omesso|media weggelaten|без медиафайлов|файл опущен|медиафайл пропущен|medya dahil edilmedi|medya atlanmış|media tidak disertakan|média vynechány|multimedia pominięte|pominięto multimedia|plik multimedialny pominięto|media utelämnad|media utelämnades|medier utelatt|mediefil udeladt|medier udeladt|media jätetty pois|تم استبعاد الوسائط|המדיה לא נכללה|省略多媒体文件|媒体文件已省略|省略多媒體檔案|メディアなし|メディアは含まれていません|미디어 파일을 제외한 내보내기|मीडिया शामिल नहीं है|không bao gồm file phương tiện',
);
/** The words after a file name in parentheses, Android. */
const ATTACHED = words(
  'file attached|datei angehängt|archivo adjunto|fichier joint|file allegato|arquivo anexado|ficheiro anexado|bestand bijgevoegd|файл добавлен|dosya ekli|plik załączony|załączono plik|file terlampir|bifogad fil|fil bifogad|vedhæftet fil|fil vedlagt|liitetiedosto|ملف مرفق|קובץ מצורף|文件附件|檔案附件|添付ファイル|파일 첨부됨',
);
/** The word before a file name in <...>, iOS. */
const ATTACHMENT = words(
  'attached|anhang|adjunto|pièce jointe|allegato|anexado|anexo|bijgevoegd|bijlage|вложение|прикреплено|ekli|eklendi|załącznik|terlampir|bifogad|vedhæftet|vedlagt|附件|添付ファイル',
);
const EDITED =
  /\s?(?:\u200e<[^<>:\n]{3,60}>|<(?:This message was edited|Diese Nachricht wurde bearbeitet|Se editó este mensaje|Ce message a été modifié|Questo messaggio è stato modificato|Mensagem editada|Esta mensagem foi editada|Dit bericht is bewerkt|Bu mesaj düzenlendi|Сообщение изменено|Pesan ini diedit)\.?>)$/;
/** After U+200E only, iOS. */
const CALL =
  /^(?:missed|voice call|video call|no answer|verpasste|sprachanruf|videoanruf|llamada|videollamada|appel|chiamata|videochiamata|chamada|ligação|gemiste|spraakoproep|пропущенный|аудиозвонок|видеозвонок|cevapsız|sesli arama|nieodebrane)/i;
const NOTICE =
  /end-to-end|ende-zu-ende|extremo a extremo|bout en bout|ponta a ponta|сквозным шифрованием|uçtan uca|security code|sicherheitsnummer|código de segur|code de sécurité|codice di sicurezza|beveiligingscode/i;

const FILE_IN_PARENTHESES =
  /^(\u200e?)([^\n]{1,200}\.\w{1,6}) \(([^()\n]{2,40})\)(?:\n([\s\S]*))?$/;
/** The names that WhatsApp gives to media: no word list is needed beside them. */
const OWN_FILE_NAME = /^[A-Z]{3}-\d{8}-WA\d{4}\.\w+$/;
const FILE_IN_ANGLES = /(\u200e?)<([^<>:\n]{2,30}): ?([^<>\n]{1,200}\.\w{1,6})>/;
/** "image omitted", alone or after a caption or a document's name; iOS. */
const NOUN_OMITTED =
  /^(?:([\s\S]*?)\s*\u200e)?([\p{L}\p{M} ]{1,30}) (?:omitted|weggelassen|ausgelassen|omitid[oa]|omiss[oa]|absent|absente|manquant|manquante|omise?|omess[oa]|ocultad[oa]|ocult[oa]|weggelaten|отсутствует|пропущено|dahil edilmedi|atlandı|pominięt[oay]|tidak disertakan|utelämnad|utelämnat|udeladt|utelatt)$/iu;

/** What the app sends as which type, by stems of the noun in several languages. */
const TYPES: [RegExp, string][] = [
  [/^gif/i, 'video/mp4'],
  [
    /^(?:imag|bild|immag|afbeeld|foto|photo|görüntü|resim|изображ|фото|obraz|gambar)/i,
    'image/jpeg',
  ],
  [/^(?:vid[eé]o|видео|wideo)/i, 'video/mp4'],
  [/^(?:audio|áudio|аудио|sprach|ses|dźwięk)/i, 'audio/ogg'],
  [/^(?:sticker|figurinha|стикер|çıkartma|naklejk|stiker)/i, 'image/webp'],
  [/^(?:contact|kontakt|contat|контакт|kişi)/i, 'text/vcard'],
  [/^(?:document|dokument|документ|belge|dokumen)/i, 'application/octet-stream'],
];
const EXTENSIONS: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  mp4: 'video/mp4',
  '3gp': 'video/3gpp',
  mov: 'video/quicktime',
  opus: 'audio/ogg',
  ogg: 'audio/ogg',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  pdf: 'application/pdf',
  vcf: 'text/vcard',
};

/** Reads one body. `raw` is the text after "Name: ", all its lines. */
export function contentOf(raw: string): Content {
  const edited = raw.replace(EDITED, '');
  // A whole body in angle brackets is a placeholder of media, not the mark of an edit.
  const text = edited.trim() === '' ? raw : edited;
  const bare = text.replace(MARKS, '').trim();
  const key = bare.toLowerCase().replace(/[.。]$/, '');
  if (bare === '' || key === 'null') return { skipped: 'empty' };
  if (DELETED.has(key)) return { skipped: 'deleted' };
  if (WAITING.has(key)) return { skipped: 'system' };
  if (text.startsWith(MARK)) {
    if (CALL.test(bare)) return { skipped: 'call' };
    if (NOTICE.test(bare) && !bare.includes('\n')) return { skipped: 'system' };
  }
  return withMedia(text, bare) ?? { body: withoutMark(text), attachments: [] };
}

/** Whether the app wrote the body, not a person: U+200E in front, and no media. */
export function isNotice(raw: string): boolean {
  if (!raw.startsWith(MARK)) return false;
  const content = contentOf(raw);
  return 'skipped' in content || content.attachments.length === 0;
}

function withMedia(text: string, bare: string): Content | null {
  const omitted = /^<([^<>\n]{3,60})>(?:\n([\s\S]*))?$/.exec(bare);
  if (omitted !== null && OMITTED.has(omitted[1]!.toLowerCase())) {
    return media(
      { name: null, content_type: 'application/octet-stream', omitted: true },
      omitted[2],
    );
  }
  const file = FILE_IN_PARENTHESES.exec(text);
  if (file !== null) {
    const [, mark, name, word, caption] = file as unknown as [
      string,
      string,
      string,
      string,
      string?,
    ];
    if (mark !== '' || OWN_FILE_NAME.test(name) || ATTACHED.has(word.toLowerCase())) {
      return media({ name, content_type: typeOfFile(name), omitted: false }, caption);
    }
  }
  const angles = FILE_IN_ANGLES.exec(text);
  if (angles !== null) {
    const [whole, mark, word, name] = angles as unknown as [string, string, string, string];
    if (mark !== '' || ATTACHMENT.has(word.toLowerCase())) {
      return media(
        { name, content_type: typeOfFile(name), omitted: false },
        text.replace(whole, ''),
      );
    }
  }
  const noun = NOUN_OMITTED.exec(text);
  return noun === null ? null : omittedNoun(noun[1] ?? '', noun[2]!);
}

/** "Offer.pdf • 2 pages document omitted" names its file; other text before the noun is a caption. */
function omittedNoun(before: string, noun: string): Content | null {
  const content_type = TYPES.find(([stem]) => stem.test(noun))?.[1];
  if (content_type === undefined) return null;
  const file = /^\u200e?([^\n]{1,200}\.\w{1,6})(?: •.*)?$/s.exec(before)?.[1];
  return file === undefined
    ? media({ name: null, content_type, omitted: true }, before)
    : media({ name: file, content_type: typeOfFile(file), omitted: true }, undefined);
}

function media(attachment: HistoryAttachment, caption: string | undefined): Content {
  const body = withoutMark(caption ?? '');
  return { body: body === '' ? null : body, attachments: [attachment] };
}

function typeOfFile(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return EXTENSIONS[extension] ?? 'application/octet-stream';
}

function withoutMark(text: string): string {
  return text.replace(/^[\u200e\s]+|[\u200e\s]+$/g, '');
}

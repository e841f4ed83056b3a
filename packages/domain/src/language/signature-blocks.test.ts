import { expect, test } from 'vitest';
import { extractContactInfo } from './extract.ts';

/** Mails with the lines of a sender: the text, the title, the company. */
const MAILS: [string, string | null, string][] = [
  [
    'Guten Tag,\n\nbitte um Rückruf.\n\nMit freundlichen Grüßen\nPetra Kern\nMarktleiterin\nRosen-Apotheke\np.kern@rosen.example',
    'Marktleiterin',
    'Rosen-Apotheke',
  ],
  [
    'Olá,\n\nobrigado,\nAna Lopes\nGerente, Casa do Sol\nana@casadosol.example',
    'Gerente',
    'Casa do Sol',
  ],
  [
    'Hello team,\n\nplease check. My colleague Mark Dean (cc) knows.\n\nThanks\nObi Ade | Accounts Payable | Nova Labs\nobi@nova.example',
    'Accounts Payable',
    'Nova Labs',
  ],
  [
    'Bonjour,\n\nmerci.\n\nAnne-Marie Roche\nSommelière\nDomaine Roche\nam@roche.example',
    'Sommelière',
    'Domaine Roche',
  ],
  [
    "Dear Sir,\n\nwe need chairs.\n\nDr. Ada Mensah\nSt Mark's Surgery\na@stmarks.example",
    null,
    "St Mark's Surgery",
  ],
  ['Hello, please close our account.\n\nAli Kaya\nKaya Tea\nali@kaya.example', null, 'Kaya Tea'],
  [
    'I am writing on behalf of Mr. Joel Clay, who wants to move.\n\nSue Han\nExecutive Assistant to Joel Clay\nHarbor Partners Ltd\nsue@hp.example',
    'Executive Assistant',
    'Harbor Partners Ltd',
  ],
  [
    'We would like to go ahead.\n\nLeo Baptiste | Head of Purchasing | Southgate Hotels | leo@southgate.example',
    'Head of Purchasing',
    'Southgate Hotels',
  ],
  [
    'Hello, small orders?\n\nBest,\nLina Conti\nOwner\nConti Glass\nlina@conti.example',
    'Owner',
    'Conti Glass',
  ],
  [
    'Please find our order attached.\n\nJean Hall\nOffice Administrator\nOakfield School\njean@oakfield.example',
    'Office Administrator',
    'Oakfield School',
  ],
  [
    'Signed.\n\nPaul Reed\nPartner\nReed Legal LLP\np@reed.example\n\nThis message is confidential. Reed Legal LLP is regulated.',
    'Partner',
    'Reed Legal LLP',
  ],
  [
    'Samples?\n\n--\nNils Berg\nCreative Lead, Lake Studio\nT: +46 70 555 01 29\nW: www.lake.example\nE: nils@lake.example',
    'Creative Lead',
    'Lake Studio',
  ],
];

test.each(MAILS)('of %j the title is %s and the company is %s', (body, title, company) => {
  const turn = { id: 'm', direction: 'inbound', body, channel: 'email' } as const;
  const found = extractContactInfo([{ ...turn, sent_at: '2026-03-02T09:00:00Z' }]);
  expect(found.last_name).toBeDefined();
  expect(found.job_title?.value ?? null).toBe(title);
  expect(found.company?.value).toBe(company);
});

test('a closing word over a name is no rule, and a question below is no line of a sender', () => {
  const body = 'See below.\n\nPavel Novak\nwhat does it cost?\npavel@novak.example';
  const turn = { id: 'm', direction: 'inbound', body, channel: 'email' } as const;
  const found = extractContactInfo([{ ...turn, sent_at: '2026-03-02T09:00:00Z' }]);
  expect(found.first_name).toBeUndefined();
});

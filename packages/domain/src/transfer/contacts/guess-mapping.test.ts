import { describe, expect, test } from 'vitest';
import { exportTable } from './export-columns.ts';
import { guessMapping, isHeader } from './guess-mapping.ts';

/** What each column was taken for: "phone (Mobile)", "street #102". */
const guessed = (header: string, samples: string[][] = []): Record<string, string> => {
  const names = header.split(',');
  return Object.fromEntries(
    guessMapping(names, samples, 'US').map(({ column, target, label, group }) => [
      names[column]!,
      [target, label && `(${label})`, group !== undefined && `#${group}`].filter(Boolean).join(' '),
    ]),
  );
};

describe('the columns of', () => {
  test('Google Contacts', () => {
    const header =
      'First Name,Middle Name,Last Name,Phonetic First Name,Organization Name,Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country,Website 1 - Value';
    expect(guessed(header)).toEqual({
      'First Name': 'first_name',
      'Last Name': 'last_name',
      'Organization Name': 'company',
      'Organization Title': 'job_title',
      Birthday: 'date_of_birth',
      Notes: 'note',
      Photo: 'avatar_url',
      Labels: 'tags',
      'E-mail 1 - Label': 'email_label #1',
      'E-mail 1 - Value': 'email #1',
      'Phone 1 - Label': 'phone_label #1',
      'Phone 1 - Value': 'phone #1',
      'Address 1 - Label': 'address_label #1',
      'Address 1 - Street': 'street #1',
      'Address 1 - City': 'city #1',
      'Address 1 - Postal Code': 'zip #1',
      'Address 1 - Country': 'country #1',
    });
  });

  test('Outlook', () => {
    const header =
      'First Name,Last Name,Company,Job Title,Business Street,Business City,Business Postal Code,Home Street,Home City,Business Fax,Business Phone,Home Phone,Mobile Phone,Other Phone,E-mail Address,E-mail Display Name,E-mail 2 Address,Categories';
    expect(guessed(header)).toEqual({
      'First Name': 'first_name',
      'Last Name': 'last_name',
      Company: 'company',
      'Job Title': 'job_title',
      'Business Street': 'street (Work) #102',
      'Business City': 'city (Work) #102',
      'Business Postal Code': 'zip (Work) #102',
      'Home Street': 'street (Home) #101',
      'Home City': 'city (Home) #101',
      'Business Phone': 'phone (Work)',
      'Home Phone': 'phone (Home)',
      'Mobile Phone': 'phone (Mobile)',
      'Other Phone': 'phone (Other)',
      'E-mail Address': 'email',
      'E-mail 2 Address': 'email #2',
      Categories: 'tags',
    });
  });

  test.each([
    [
      'Record ID,First Name,Last Name,Email,Phone Number,Lifecycle Stage,Associated Company',
      'external_id first_name last_name email phone pipeline_stage company',
    ],
    [
      'Contact ID,First Name,Last Name,Title,Account Name,Mailing Street,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Phone,Mobile,Email,Lead Source',
      'external_id first_name last_name job_title company street city state zip country phone phone email source',
    ],
    [
      'id,name,email,phone_number,identifier,company_name,city,labels',
      'external_id name email phone company city tags',
    ],
    [
      'Id,Name / First Name,Name / Last Name,Emails / Primary Email,Phones / Primary Phone Number,Job Title,City',
      'external_id first_name last_name email phone job_title city',
    ],
    [
      'Vorname,Nachname,Firma,Position,Telefon (geschäftlich),Handy,E-Mail-Adresse,Straße,PLZ,Ort,Land,Geburtstag',
      'first_name last_name company job_title phone phone email street zip city country date_of_birth',
    ],
    [
      'Nombre,Apellidos,Empresa,Cargo,Teléfono móvil,Correo electrónico,Dirección,Código postal,Ciudad,País',
      'first_name last_name company job_title phone email street zip city country',
    ],
    [
      'Prénom,Nom,Société,Poste,Téléphone portable,Adresse e-mail,Rue,Code postal,Ville,Pays',
      'first_name last_name company job_title phone email street zip city country',
    ],
    ['Nom,Téléphone', 'name phone'],
    ['Name,Vorname,Telefon', 'last_name first_name phone'],
    ['Full Name,First Name,Last Name', 'first_name last_name'],
  ])('%s', (header, targets) => {
    expect(
      guessMapping(header.split(','), [], 'US')
        .map(({ target }) => target)
        .join(' '),
    ).toBe(targets);
  });

  test('our own export, all of which is sure', () => {
    const { header } = exportTable({ phones: 2, emails: 1, addresses: 2, notes: 11 });
    const mapping = guessMapping(header, [], 'US');
    const left = header.filter((_, i) => !mapping.some(({ column }) => column === i));
    expect(left).toEqual(['Assigned to', 'Created at', 'Last contacted at']);
    expect(new Set(mapping.map(({ confidence }) => confidence))).toEqual(new Set(['sure']));
  });

  test('names that say nothing are told by their values', () => {
    const samples = [['a@b.example', 'c@d.example'], ['(415) 555-0132'], ['7', '8']];
    expect(guessed('x1,x2,x3', samples)).toEqual({ x1: 'email', x2: 'phone' });
  });

  test('a name that promises what the values do not hold', () => {
    expect(
      guessed('E-mail,Phone', [
        ['yes', 'no', 'yes'],
        ['a', 'b', 'c'],
      ]),
    ).toEqual({});
  });
});

test('a first row with an address or a number in it is no header', () => {
  expect(isHeader(['Name', 'Phone 2'], 'US')).toBe(true);
  expect(isHeader(['Ann', 'ann@example.com'], 'US')).toBe(false);
  expect(isHeader(['Ann', '(415) 555-0132'], 'US')).toBe(false);
});

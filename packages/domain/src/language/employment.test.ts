import { describe, expect, test } from 'vitest';
import { extractContactInfo } from './extract.ts';
import { conversation } from './language.fixtures.ts';

function companyOf(line: string): string {
  return extractContactInfo(conversation(line)).company?.value ?? '';
}
function titleOf(line: string): string {
  return extractContactInfo(conversation(line)).job_title?.value ?? '';
}

describe('company', () => {
  test.each([
    ["Hi I'm the office manager at Harlow Dental", 'Harlow Dental'],
    ["I'm Anna Berg from Harlow Dental, do you do implants?", 'Harlow Dental'],
    ['im anna from harlow dental', 'Harlow Dental'],
    ['I work for Brightloop', 'Brightloop'],
    ['i work at brightloop', 'Brightloop'],
    ['I currently work at Vertex Labs as a data engineer', 'Vertex Labs'],
    ['Calling from Acme about the invoice', 'Acme'],
    ['We at Northquay Capital need a new lift', 'Northquay Capital'],
    ['I run Cedar & Clay, a small studio', 'Cedar & Clay'],
    ['I own Gonzalez Landscaping', 'Gonzalez Landscaping'],
    ['My company is called Zephyr Freight', 'Zephyr Freight'],
    ['Tom here from Fjord Outdoor. Got my order?', 'Fjord Outdoor'],
    ['This is Stellar Dry Cleaning, returning your call', 'Stellar Dry Cleaning'],
    ['Company: Quince Joinery', 'Quince Joinery'],
    ['writing on behalf of Delta Grove Logistics', 'Delta Grove Logistics'],
    ["I've left Orchid Catering and now I work at Halcyon Hotels", 'Halcyon Hotels'],
    ['S: Which company is it for? || U: Larkspur Veterinary', 'Larkspur Veterinary'],
    ['Trabajo en Gestoría Roca', 'Gestoría Roca'],
    ['Je travaille chez Atelier Nord', 'Atelier Nord'],
    ['ich arbeite bei Nordlicht Medien GmbH', 'Nordlicht Medien GmbH'],
    ['eu trabalho na Padaria Sol', 'Padaria Sol'],
    [
      'Please quote.\n\nKind regards,\nPetra Lind\nBuyer\nFjord Outdoor AS\n+47 555 0142',
      'Fjord Outdoor AS',
    ],
    ['Thanks,\nPetra Lind | Buyer | Fjord Outdoor', 'Fjord Outdoor'],
    // Merely mentioned, or no company at all.
    ['I have a quote from Harlow Dental', ''],
    ['I used to work at Harlow Dental', ''],
    ['My wife works at Harlow Dental', ''],
    ["I'm at Harlow Dental now, where do I park?", ''],
    ['I bought it at Home Depot', ''],
    ['my bank is Summit Bank', ''],
    ["I'm from Denver", ''],
    ["I'm Anna from Denver", ''],
    ["I'm Anna from next door", ''],
    ['Jamal from work', ''],
    ['I work from home', ''],
    ['I work at night', ''],
    ['I work for myself', ''],
    ["I'm with my kids", ''],
    ['I run marathons', ''],
    ['I own a Civic', ''],
    ['I own 2 cats', ''],
    ['I started Monday', ''],
    ["I'm calling about the flat", ''],
    ['Anna Berg, room 12.', ''],
    ['S: Hi this is Kate from Harlow Dental || U: hi', ''],
    ["this is great, I'm happy", ''],
    ['We are looking for a plumber', ''],
  ])('%s -> %s', (line, company) => expect(companyOf(line)).toBe(company));
});

describe('job title', () => {
  test.each([
    ["I'm the office manager at Harlow Dental", 'office manager'],
    ['im a nurse so i work nights', 'nurse'],
    ["I'm a freelance photographer", 'freelance photographer'],
    ['I work as a data engineer', 'data engineer'],
    ['Ana Lind, head of events at Halcyon Hotels. Do you have rooms?', 'head of events'],
    ["I'm VP of Sales at Acme", 'VP of Sales'],
    ['I am the owner of Gonzalez Landscaping', 'owner'],
    [
      'Thanks,\nPetra Lind\nVice President, Facilities\nNorthquay Capital',
      'Vice President, Facilities',
    ],
    ['S: What do you do for work? || U: UX researcher at brightloop', 'UX researcher'],
    ['S: And your role? || U: IT admin at plume freight', 'IT admin'],
    ['my job title is procurement lead', 'procurement lead'],
    ['soy enfermera y trabajo de noche', 'enfermera'],
    ['je suis directrice chez Atelier Nord', 'directrice'],
    ['ich bin Geschäftsführer bei Nordlicht Medien', 'Geschäftsführer'],
    ["I'm a retired teacher", ''],
    ["I'm looking for a manager", ''],
    ['I want to speak to the manager', ''],
    ['my husband is an engineer', ''],
    ["I'm not a lawyer but", ''],
    ['your technician was late', ''],
    ["I'm calling the driver", ''],
    ['I need a plumber', ''],
    ['electrician needed', ''],
    ['im a mom of two', ''],
    ['I am happy with my coach', ''],
  ])('%s -> %s', (line, title) => expect(titleOf(line)).toBe(title));
});

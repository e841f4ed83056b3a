import { describe, expect, test } from 'vitest';
import { extractContactInfo } from './extract.ts';
import { conversation } from './language.fixtures.ts';

/** "First Last", "First", "- Last" for a family name alone, or "" when nobody is named. */
function nameOf(line: string): string {
  const { first_name, last_name } = extractContactInfo(conversation(line));
  if (!first_name) return last_name ? `- ${last_name.value}` : '';
  return [first_name.value, last_name?.value].filter(Boolean).join(' ');
}

function holds(rows: [line: string, name: string][]): void {
  test.each(rows)('%s -> %s', (line, name) => expect(nameOf(line)).toBe(name));
}

describe('introductions in English', () => {
  holds([
    ['My name is Anna Berg', 'Anna Berg'],
    ['my name is anna berg and i need a quote', 'Anna Berg'],
    ['MY NAME IS ANNA BERG I NEED A QUOTE', 'Anna Berg'],
    ['Hi, my name is Tyler, book it', 'Tyler'],
    ['hey my names tyler can u fit me in friday', 'Tyler'],
    ['my name’s Priya!', 'Priya'],
    ['My name is Dr. Samuel Osei', 'Samuel Osei'],
    ['myname is carlos', 'Carlos'],
    ['my nam is Sofia', 'Sofia'],
    ['My full name is John Michael Carter', 'John Carter'],
    ['My name is Will', 'Will'],
    ['my name is grace', 'Grace'],
    ['My name is Kwabena Asante-Mensah', 'Kwabena Asante-Mensah'],
    ['my name is xiaoxue', 'Xiaoxue'],
    ['My name is Thandeka, I called yesterday', 'Thandeka'],
    ['The name is Bond, James Bond.', 'James Bond'],
    ['name: Olga Petrova\nunit 4', 'Olga Petrova'],
    ['First name: Lena\nLast name: Hoff', 'Lena Hoff'],
    ["Hi I'm Anna", 'Anna'],
    ["I'm Anna Berg from Harlow Dental", 'Anna Berg'],
    ['im marcus, saw your ad', 'Marcus'],
    ['hi im will, got your number from a friend', 'Will'],
    ["Hello! I'm Grace and I'd like to book a table", 'Grace'],
    ['I am Siobhan O’Brien', "Siobhan O'Brien"],
    ['i am jose de la cruz', 'Jose de la Cruz'],
    ["I'm Mary-Jane Watson", 'Mary-Jane Watson'],
    ["I'm Mary Ann Smith, your neighbor", 'Mary Ann Smith'],
    ['This is Tom', 'Tom'],
    ['This is Tom from Acme', 'Tom'],
    ['hi this is rosa calling about the flat', 'Rosa'],
    ['Hey this is mike jones wanted to ask about pricing', 'Mike Jones'],
    ['Hi, it’s Deepak again', 'Deepak'],
    ["it's me, Carla", 'Carla'],
    ['Hi there, Nadia here. Is the room still free?', 'Nadia'],
    ['nadia here from the bakery', 'Nadia'],
    ['Will Turner here, quick question', 'Will Turner'],
    ['Good morning, Jonas speaking', 'Jonas'],
    ['Tom Ford is my name', 'Tom Ford'],
    ['You can call me Bex', 'Bex'],
    ['My name is Rebecca Lane but everyone calls me Bex', 'Bex Lane'],
    ['Call me Al', 'Al'],
    ['I go by Liz', 'Liz'],
    ['Hi I am called Ingrid', 'Ingrid'],
    ["you're speaking with Andre Wallace", 'Andre Wallace'],
    ['Good morning, Birgit Sand, office manager at Nordvik. Do you deliver?', 'Birgit Sand'],
    ['hey lukas from adler scaffolding, u need the tower?', 'Lukas'],
    ['Yo its ya boy, name is Terrell', 'Terrell'],
    ['Hi. Is the job still open? I am Vikram, electrician, 10 yrs exp', 'Vikram'],
    ["Sorry I missed your call, I'm Dana", 'Dana'],
    ['Hi my name is MARIA GONZALEZ', 'Maria Gonzalez'],
    ['my name is ronald mcdonald', 'Ronald McDonald'],
    ['My name is Vincent van der Berg', 'Vincent van der Berg'],
    ['this is Mrs. Patterson from unit 4', '- Patterson'],
    ["I'm Dr. Patel", '- Patel'],
    ['Mr. John Smith here', 'John Smith'],
    ['My name is Robert J. Oppenheim Jr.', 'Robert Oppenheim'],
    ['my first name is Yuki and my last name is Tanaka', 'Yuki Tanaka'],
    ['ok great. btw im jess', 'Jess'],
    ['I’m Faith, I booked online', 'Faith'],
    ["Hi, I'm April from next door", 'April'],
    ['Hi!! This is Hope 😊', 'Hope'],
    ['hello am Emeka Okafor from Lagos', 'Emeka Okafor'],
    ['This is JP', 'JP'],
    ['I’m O’Neil, Shaun O’Neil', "Shaun O'Neil"],
    ['Hello my name is Ms Joan Baker', 'Joan Baker'],
    ['Hi its Sam Park, Ana gave me your number', 'Sam Park'],
    ['I’m Tom and this is my husband Rob, we want to buy', 'Tom'],
    ["Hey Marc, this is Julia, Tom's wife", 'Julia'],
  ]);
});

describe('signatures', () => {
  holds([
    ['Can you call me about the roof?\n- Anna Berg', 'Anna Berg'],
    ['Can we move it to 5? -Tom', 'Tom'],
    ['Please send the quote.\n\nThanks,\nAnna', 'Anna'],
    ['Please send the quote.\n\nThanks\nAnna Berg\nOffice Manager\nHarlow Dental', 'Anna Berg'],
    ['I would like a refund.\nRegards, Peter Hollins', 'Peter Hollins'],
    ['see you then\n\nBest,\njoe', 'Joe'],
    ['Is the flat free in May?\nNadia Rahman', 'Nadia Rahman'],
    [
      'Do you ship to Norway?\n\nKind regards\nIngrid Solberg | Buyer | Fjord Outdoor',
      'Ingrid Solberg',
    ],
    ['Wir suchen einen Raum.\n\nMit freundlichen Grüßen\nJürgen Weiß', 'Jürgen Weiß'],
    ['Je voudrais un devis.\n\nCordialement,\nAmélie Roux', 'Amélie Roux'],
    ['Gostaria de um orçamento.\n\nAtenciosamente,\nRafael Souza', 'Rafael Souza'],
  ]);
});

describe('answers', () => {
  holds([
    ["S: What's your name? || U: Anna Berg", 'Anna Berg'],
    ['S: Who am I speaking with? || U: anna', 'Anna'],
    ['S: May I have your name please? || U: sure, its Tyrone Wells', 'Tyrone Wells'],
    ['S: Name for the booking? || U: Keisha', 'Keisha'],
    ['S: What name should I put the reservation under? || U: Ortega', '- Ortega'],
    ["S: Who's this? || U: sorry new phone. its Ben", 'Ben'],
    ['S: Who is this? || U: Grace', 'Grace'],
    ['S: And your name? || U: xiaoxue', 'Xiaoxue'],
    ['S: Can I get your full name? || U: yes || U: Omar Haddad', 'Omar Haddad'],
    ["S: What's your first name? || U: Lena || S: And your last name? || U: Hoff", 'Lena Hoff'],
    ['S: What is your name and email? || U: Sal Romano, sal@romano.example', 'Sal Romano'],
    ['S: Is this Terrence Okafor? || U: Yes this is he', 'Terrence Okafor'],
    ['S: Am I speaking with Anna? || U: yep', 'Anna'],
    ['S: Your name please || U: WILL', 'Will'],
    ['S: How should I address you? || U: Ms. Dorsey is fine', '- Dorsey'],
    ['S: who dis || U: Jamal from work', 'Jamal'],
    ['S: Which unit and name? || U: 14C, yesenia cordero. thx', 'Yesenia Cordero'],
    ['S: Name and number please? || U: Ove Lund 555-0142', 'Ove Lund'],
  ]);
});

describe('corrections', () => {
  holds([
    ["I'm Anna Smith || S: Hi Anna Smith! || U: not Smith, Smyth", 'Anna Smyth'],
    ["My name is John Reed || U: actually it's spelled Jon", 'Jon Reed'],
    ['My name is Sara Smith || U: thats S-A-R-A-H', 'Sarah Smith'],
    ['hi stpehanie kroll here || U: *stephanie', 'Stephanie Kroll'],
    ['You have me as Talia Bergman but I got married, its Reznik now', 'Talia Reznik'],
  ]);
});

describe('the business repeats the name', () => {
  holds([
    ['hi! soren vale (he/him). taking new clients? || S: Hi Soren! Yes.', 'Soren Vale'],
    [
      'S: Your name is? || U: temperance || U: boone || S: Lovely, Temperance Boone.',
      'Temperance Boone',
    ],
    ['S: Hi Anna, ready? || U: yes || S: Great. || U: ok || S: Thanks, Anna!', 'Anna'],
    ['S: Hey Caroline! || U: Hey Mel! || S: Wow, Caroline, that is great.', 'Caroline'],
    ['S: Hi Anna, your car is ready || U: ok', ''],
    ['S: Hi Anna, your car is ready || U: wrong number || S: Sorry Anna', ''],
  ]);
});

describe('Spanish, French, German, Portuguese, Hindi in Latin letters', () => {
  holds([
    ['Hola, me llamo Lucía Fernández', 'Lucía Fernández'],
    ['hola soy pedro, quiero una cita', 'Pedro'],
    ['Buenas tardes, mi nombre es José Luis Ortega Ruiz', 'José Luis Ortega Ruiz'],
    ['Hola, le habla Carmen de la Vega', 'Carmen de la Vega'],
    ['me llamo guadalupe cetina pero dígame Lupita', 'Lupita Cetina'],
    ['S: ¿Cómo se llama? || U: Ximena Duarte', 'Ximena Duarte'],
    ["Bonjour, je m'appelle Élodie Marchand", 'Élodie Marchand'],
    ["bonjour c'est Mathieu, je serai en retard", 'Mathieu'],
    ['Je suis Claire Dubois, votre voisine', 'Claire Dubois'],
    ['S: Votre nom ? || U: Benoît Lefebvre', 'Benoît Lefebvre'],
    ['Guten Tag, mein Name ist Jürgen Köhler', 'Jürgen Köhler'],
    ['hallo ich heiße lena', 'Lena'],
    ['Hallo, ich bin Anna Vogel und suche eine Wohnung', 'Anna Vogel'],
    ['Hier ist Markus von Acme', 'Markus'],
    ['Müller hier, ist das Zimmer frei?', '- Müller'],
    ['Oi, meu nome é Thiago Alves', 'Thiago Alves'],
    ['ola me chamo Joana', 'Joana'],
    ['Boa tarde, aqui é a Camila', 'Camila'],
    ['Sou o João Pedro da Silva', 'João Pedro da Silva'],
    ['namaste, mera naam Rahul Verma hai', 'Rahul Verma'],
    ['main Priya bol rahi hoon', 'Priya'],
    ['mera nam amit h', 'Amit'],
    ['namaskar, main Suresh Yadav bol raha hu, electrician', 'Suresh Yadav'],
    ['mi chiamo Giulia Conti', 'Giulia Conti'],
    ['Меня зовут Анна', 'Анна'],
    ['我叫王伟', '王伟'],
  ]);
});

describe('somebody else, or no name at all', () => {
  holds([
    ['Please send it to Diego', ''],
    ['S: Who do you want to send the money to? || U: Diego', ''],
    ["S: What's the name of the recipient? || U: Diego Ramos", ''],
    ["S: What is the recipient's name? || U: it's Diego", ''],
    ['S: Which artist? || U: Taylor Swift', ''],
    ["S: What's your doctor's name? || U: Dr. Alan Moore", ''],
    ["S: What is your dog's name? || U: Bella", ''],
    ['S: Any preferred therapist? || U: Sarah Jenkins', ''],
    ['S: Who is your landlord? || U: Peter Hall', ''],
    ["My mother's maiden name is Walker", ''],
    ['My husband Tom will pick it up', ''],
    ["My husband's name is Tom", ''],
    ['My son is called Leo', ''],
    ["book it under my friend's name, Sara Lind", ''],
    ['Please book a table under Jane Doe', ''],
    ['Thanks Marc!', ''],
    ['Thanks, Marc', ''],
    ['Hi Marc, is it ready?', ''],
    ['hey anna can you call me back', ''],
    ['call me asap', ''],
    ['call me later', ''],
    ['Call me back please', ''],
    ['call me Monday', ''],
    ["I'm Sorry", ''],
    ["I'm Busy right now", ''],
    ["I'm Interested", ''],
    ["I'm Vegan", ''],
    ["I'm From Texas", ''],
    ["I'm Italian", ''],
    ["I'm going to be late", ''],
    ['im free friday', ''],
    ["I'm Uber driver", ''],
    ['I am a nurse', ''],
    ['i am happy with it', ''],
    ['This is urgent', ''],
    ['This is Ridiculous', ''],
    ['this is great thanks', ''],
    ["It's Friday", ''],
    ["It's raining", ''],
    ["It's Amazon again", ''],
    ["it's fine", ''],
    ["I'm Anna's mother", ''],
    ["This is Tom's wife", ''],
    ['My name is not important', ''],
    ['my name is on the list already', ''],
    ['you spelled my name wrong', ''],
    ['What is your name?', ''],
    ["S: This is Luigi from Luigi's Pizza, your order is ready || U: thanks", ''],
    ["S: Hi, I'm Kate. How can I help? || U: Hi Kate, I need a tooth fixed", ''],
    ['This is Harlow Dental', ''],
    ['Hi this is Chase Bank', ''],
    ['He said "my name is Bob" and hung up', ''],
    ['the guy said this is Bob from accounting', ''],
    ['> My name is Bob\nwho wrote this?', ''],
    ['On Mon, Jan 5, 2026 Bob Hill wrote:\n> hi\n> Bob Hill', ''],
    ['My name is Unknown', ''],
    ['I need a ride to Victoria', ''],
    ['I want to see Grace Kelly', ''],
    ['Is Anna here?', ''],
    ['still here', ''],
    ["nobody's here", ''],
    ['Is this Anna?', ''],
    ['No, it is from checking', ''],
    ['I am Team Rocket', ''],
    ['can may be better?', ''],
    ['I will be there', ''],
    ['Tom and Anna are coming too', ''],
    ['Please add Maria Lopez to the guest list', ''],
    ['S: Name for the alarm? || U: Grocery run', ''],
    ['S: What event? || U: Justin Bieber', ''],
    ['soy vegetariana', ''],
    ['estoy lista', ''],
    ['je suis malade', ''],
    ['ich bin krank', ''],
    ['ich bin Student', ''],
    ['sou cliente', ''],
    ['main theek hoon', ''],
    ['main kal aaunga', ''],
    ['', ''],
    ['👍', ''],
  ]);
});

test('home names never name the contact', () => {
  const turns = conversation('Hi this is Luigi from the shop');
  expect(extractContactInfo(turns, { home_names: ['Luigi'] }).first_name).toBeUndefined();
  expect(extractContactInfo(turns).first_name?.value).toBe('Luigi');
});

// What a conversation is mostly about, from a table of everyday topics and their words.

import type { PlainTurn } from './plain-turns.ts';

const TOPICS: Record<string, string> = {
  family:
    'family kid kids child children son daughter mom mum mother dad father husband wife parents brother sister grandma grandmother baby niece nephew',
  pets: 'dog dogs puppy cat cats kitten pet pets turtle turtles rabbit hamster parrot vet',
  art: 'art paint painting paintings painted draw drawing pottery sculpture gallery museum canvas sketch artist',
  music:
    'music song songs band concert guitar piano violin album sing singing playlist festival drums jazz',
  sport:
    'game games team basketball football soccer tennis hockey coach tournament match league season player surfing running race marathon',
  gaming:
    'gaming gamer console xbox playstation nintendo tournament tournaments gamers esports controller',
  cooking:
    'cook cooking recipe recipes bake baking dish cake dinner ingredients kitchen chocolate dessert restaurant ice-cream',
  books: 'book books read reading novel novels author library story fantasy',
  writing: 'write writing script scripts screenplay poem poems poetry blog journal manuscript',
  film: 'movie movies film films cinema show series actor actors watch netflix',
  travel: 'travel trip trips flight vacation holiday visit tour abroad country hotel passport',
  'the outdoors':
    'hike hiking camping camp beach mountain mountains nature park lake forest sunset trail waterfall garden',
  work: 'work job career boss office project colleagues promotion interview salary shift',
  'their business':
    'business store shop customers clients studio launch startup marketing brand website investors',
  study:
    'school college university class classes course exam exams degree study studying teacher thesis education',
  health:
    'health doctor hospital injury injured surgery therapy therapist medication pain appointment dentist physio',
  fitness: 'gym yoga workout exercise fitness pilates weights kickboxing training',
  volunteering:
    'volunteer volunteering charity shelter community donate donation fundraiser homeless veterans campaign',
  home: 'house apartment flat rent lease landlord mortgage neighborhood move moving kitchen roof plumbing heating repair',
  cars: 'car cars truck engine tires brakes garage driving mechanic',
  fashion: 'fashion clothes clothing dress outfit shoes jewelry style',
  dance: 'dance dancing dancer choreography ballet',
  faith: 'church faith prayer pray religion religious spiritual',
  money: 'payment invoice money budget bank loan savings insurance price refund',
};
const TOPIC_OF = new Map(
  Object.entries(TOPICS).flatMap(([topic, list]) =>
    list.split(' ').map((word) => [word, topic] as const),
  ),
);

/**
 * Up to three topics that the contact's messages return to most.
 * @param turns - the conversation in order of time; only inbound text is read
 */
export function findTopics(turns: PlainTurn[]): string[] {
  const counts = new Map<string, number>();
  let messages = 0;
  for (const { turn, words } of turns) {
    if (turn.direction !== 'inbound') continue;
    messages += 1;
    const here = new Set(words.map(({ folded }) => TOPIC_OF.get(folded)));
    for (const topic of here) if (topic) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const needed = Math.max(2, messages * 0.05);
  return [...counts]
    .filter(([, count]) => count >= needed)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([topic]) => topic);
}

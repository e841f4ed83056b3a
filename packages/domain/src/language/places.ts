// Cities with their time zones, countries and states: where somebody is, and which words are places.

import cityTimezones from 'city-timezones';
import { fold } from './tokens.ts';

export type City = { zone: string; country: string; state: string; population: number };

let cities: Map<string, City[]> | undefined;

/** The cities of a name, the largest first; the table is built at the first call. */
export function citiesNamed(name: string): City[] {
  cities ??= buildCities();
  return cities.get(fold(name)) ?? [];
}

function buildCities(): Map<string, City[]> {
  const table = new Map<string, City[]>();
  for (const row of cityTimezones.cityMapping) {
    if (!row.timezone) continue;
    const city = {
      zone: row.timezone,
      country: row.iso2,
      state: String(row.state_ansi ?? ''),
      population: row.pop,
    };
    for (const name of new Set([fold(row.city), fold(row.city_ascii)])) {
      const same = table.get(name);
      if (same) same.push(city);
      else table.set(name, [city]);
    }
  }
  for (const same of table.values()) same.sort((a, b) => b.population - a.population);
  return table;
}

const REGIONS = new Set(
  `alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
  indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
  nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin
  wyoming ontario quebec alberta manitoba england scotland wales ireland london britain uk usa america canada mexico
  brazil argentina chile peru colombia ecuador bolivia venezuela cuba spain france germany italy portugal
  netherlands holland belgium switzerland austria sweden norway denmark finland iceland poland czechia hungary
  romania bulgaria greece turkey russia ukraine serbia croatia slovenia slovakia estonia latvia lithuania israel
  egypt morocco algeria tunisia nigeria ghana kenya uganda tanzania ethiopia senegal india pakistan bangladesh
  nepal china japan korea taiwan vietnam thailand malaysia singapore indonesia philippines australia brooklyn queens
  bronx manhattan harlem nyc la sf philly vegas jersey carolina dakota hampshire europe asia africa
  deutschland españa espana italia brasil münchen munchen köln koln wien zürich zurich lisboa roma milano downtown
  uptown midtown suburbs`.split(/\s+/),
);

/** True for the name of a city, a state or a country. */
export function isPlace(name: string): boolean {
  const folded = fold(name);
  return REGIONS.has(folded) || citiesNamed(folded).some((city) => city.population > 20_000);
}

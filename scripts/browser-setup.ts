/** Vitest global setup of the projects that need a browser: finds it once, before any worker starts. */
import { findBrowser } from './find-browser.ts';

export async function setup(): Promise<void> {
  process.env['RAPPORT_BROWSER'] = await findBrowser();
}

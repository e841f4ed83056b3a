/** The web mirrors the rooms: its folders are layers, its features are the server's modules. */
import { moduleOrder } from './modules.ts';
import { importsOf, type Rule } from './tree.ts';

const home = 'packages/web/src/';

/** Features without a module of the same name: screens over several modules, or over the platform. */
const ownFeatures = ['palette', 'settings', 'simulator', 'welcome'];

/** What each layer must not import: those above it. Routes are thin and know the features. */
const above: Record<string, string[]> = {
  lib: ['ui', 'realtime', 'features', 'routes', 'app'],
  ui: ['realtime', 'features', 'routes', 'app'],
  realtime: ['ui', 'routes', 'app'],
  features: ['routes', 'app'],
};

export const webFeatures: Rule = (tree) => {
  const known = new Set([...moduleOrder.flat(), ...ownFeatures]);
  return [...tree.keys()].flatMap((file) => {
    const name = new RegExp(`^${home}features/([^/]+)/`).exec(file)?.[1];
    // The pages of settings that belong to a module stand beside its feature, which they would make heavy.
    if (name === undefined || known.has(name.replace(/-settings$/, ''))) return [];
    return [{ file, line: 1, sentence: `the feature ${name} has no module of that name.` }];
  });
};

export const webLayers: Rule = (tree) =>
  importsOf(tree).flatMap(({ file, line, target }) => {
    const from = layerOf(file);
    const to = layerOf(target ?? '');
    if (from === undefined || to === undefined || !above[from]?.includes(to)) return [];
    return [{ file, line, sentence: `${from} must not import ${to}, which stands above it.` }];
  });

function layerOf(path: string): string | undefined {
  return path.startsWith(home) ? path.slice(home.length).split('/')[0] : undefined;
}

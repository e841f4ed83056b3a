// SQL as a reviewer reads it: one shape per statement, however many values it was given, a clause per line.

/**
 * The shape of a compiled statement: lists of any length look alike, parameters are numbered as they
 * appear, names are quoted only where they must be, and each clause stands on its own line.
 */
export const shapeOf = (sql: string): string => layOut(tokensOf(renumber(shorten(oneLine(sql)))));

const STRINGS = /'(?:[^']|'')*'/g;

/** Blanks of the source are layout; those in string literals are data. */
const oneLine = (sql: string): string => {
  const strings = sql.match(STRINGS) ?? [];
  let n = 0;
  return sql
    .replace(STRINGS, "''")
    .replace(/\s+/g, ' ')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
    .replace(/"([a-z_][a-z0-9_]*)"/g, (quoted, name: string) =>
      RESERVED.has(name) ? quoted : name,
    )
    .trim()
    .replace(/''/g, () => strings[n++] ?? "''");
};

const RESERVED = new Set([
  'user',
  'order',
  'group',
  'table',
  'limit',
  'from',
  'to',
  'end',
  'default',
]);

/** A list of one and a list of many are one shape; so are one row and many. */
const shorten = (sql: string): string =>
  sql
    .replace(/\bin \(\$\d+(?:, \$\d+)*\)/g, 'in ($0, ...)')
    .replace(/\bvalues (\([^()]*\))(?:, \([^()]*\))*/g, 'values $1, ...');

const renumber = (sql: string): string => {
  let n = 0;
  return sql.replace(/\$\d+/g, () => `$${++n}`);
};

type Token = { text: string; gap: string };

const tokensOf = (sql: string): Token[] =>
  [...sql.matchAll(/(\s*)('(?:[^']|'')*'|[^\s()']+|[()])/g)].map(([, gap = '', text = '']) => ({
    text,
    gap,
  }));

const CLAUSES = new Set([
  'with',
  'select',
  'from',
  'where',
  'group',
  'having',
  'order',
  'limit',
  'offset',
  'union',
  'values',
  'set',
  'returning',
  'inner',
  'left',
  'join',
  'for',
]);
/** A word that does not begin a line after this one. */
const JOINED: Record<string, string> = {
  distinct: 'from',
  delete: 'from',
  inner: 'join',
  left: 'join',
  update: 'set',
};
const STATEMENTS = /^(select|with|insert|update|delete)$/;
const LONG = 88;

/** An open parenthesis, or the statement itself. */
type Level = { isQuery: boolean; clause: string };

const layOut = (tokens: Token[]): string => {
  const levels: Level[] = [{ isQuery: true, clause: '' }];
  let cases = 0;
  let text = '';
  const depth = (): number => levels.filter(({ isQuery }) => isQuery).length - 1;
  const line = (indent: number): string => `\n${'  '.repeat(indent)}`;
  tokens.forEach(({ text: token, gap }, i) => {
    const [before = '', after = ''] = [tokens[i - 1]?.text, tokens[i + 1]?.text];
    if (token === 'case') cases++;
    const level = levels.at(-1)!;
    const isClause = startsClause(token, before, after) && level.isQuery && cases === 0;
    const isCondition = /^(and|or)$/.test(token) && /^(where|join|having)$/.test(level.clause);
    if (token === ')') text += levels.pop()!.isQuery ? line(depth()) : '';
    else if (isClause && before !== '(' && i > 0) text += line(depth());
    else if (isCondition && level.isQuery && cases === 0) text += line(depth() + 1);
    else if (before.endsWith(',') && level.isQuery && widthOf(text) > LONG)
      text += line(depth() + 1);
    else text += gap;
    if (isClause) level.clause = token;
    text += token;
    if (/^end\b/.test(token)) cases--;
    if (token !== '(') return;
    levels.push({ isQuery: STATEMENTS.test(after), clause: '' });
    if (levels.at(-1)!.isQuery) text += line(depth());
  });
  return text;
};

const startsClause = (token: string, before: string, after: string): boolean =>
  (CLAUSES.has(token) && JOINED[before] !== token && after !== 'ordinality') ||
  (token === 'on' && after === 'conflict');

const widthOf = (text: string): number => text.length - text.lastIndexOf('\n');

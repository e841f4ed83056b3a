/** Migrations: a row of one organization cannot point at another's. */
import { lineAt, type Rule, type Violation } from './tree.ts';

/** Tables of the installation; every other table belongs to an organization. */
const globalTables = new Set([
  'user',
  'session',
  'account',
  'verification',
  'jwks',
  'rate_limit',
  'organization',
]);

interface Statement {
  file: string;
  line: number;
  kind: 'create' | 'alter';
  table: string;
  text: string;
}

const name = String.raw`(?:"?public"?\.)?"?(\w+)"?`;
const head = new RegExp(
  String.raw`\b(create|alter)\s+table\s+(?:if\s+(?:not\s+)?exists\s+)?(?:only\s+)?${name}`,
  'gi',
);
const primaryKey = /\bprimary\s+key\s*\(\s*organization_id\b/i;
const reference = new RegExp(
  String.raw`(?:foreign\s+key\s*\(([^)]*)\)\s*)?\breferences\s+${name}\s*(?:\(([^)]*)\))?`,
  'gi',
);

export const tenantKeys: Rule = (tree) => {
  const statements = [...tree].flatMap(([file, text]) =>
    /\/migrations\/[^/]+\.sql$/.test(file) ? statementsOf(file, text) : [],
  );
  const created = statements.filter(({ kind }) => kind === 'create');
  const tenants = new Set(created.filter(hasTenant).map(({ table }) => table));
  return [
    ...created.flatMap(judgeTable),
    ...statements.flatMap((one) => judgeReferences(one, tenants)),
  ];
};

function judgeTable(statement: Statement): Violation[] {
  const { file, line, table } = statement;
  if (hasTenant(statement)) {
    if (primaryKey.test(statement.text)) return [];
    return [{ file, line, sentence: `${table}: the primary key must start with organization_id.` }];
  }
  if (globalTables.has(table)) return [];
  return [
    { file, line, sentence: `${table} has no organization_id and is no known global table.` },
  ];
}

function judgeReferences(statement: Statement, tenants: Set<string>): Violation[] {
  return [...statement.text.matchAll(reference)].flatMap((match) => {
    const [, ownColumns = '', target = '', theirColumns] = match;
    if (!tenants.has(target)) return [];
    const carries = [ownColumns, theirColumns ?? 'organization_id'].every((columns) =>
      /\borganization_id\b/.test(columns),
    );
    if (carries) return [];
    const line = statement.line + lineAt(statement.text, match.index) - 1;
    const sentence = `${statement.table}: the foreign key to ${target} must carry organization_id.`;
    return [{ file: statement.file, line, sentence }];
  });
}

function hasTenant({ text }: Statement): boolean {
  return /^\s*organization_id\s/m.test(text) || /[(,]\s*organization_id\s+\w/.test(text);
}

/** Cuts a migration at its semicolons: rough, but a table's statement holds none. */
function statementsOf(file: string, text: string): Statement[] {
  const code = text.replaceAll(/--[^\n]*/g, (comment) => ' '.repeat(comment.length));
  return [...code.matchAll(head)].map((match) => {
    const end = code.indexOf(';', match.index);
    return {
      file,
      line: lineAt(code, match.index),
      kind: match[1]?.toLowerCase() === 'create' ? 'create' : 'alter',
      table: match[2] ?? '',
      text: code.slice(match.index, end < 0 ? undefined : end),
    };
  });
}

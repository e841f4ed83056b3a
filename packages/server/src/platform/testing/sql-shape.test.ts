import { describe, expect, test } from 'vitest';
import { shapeOf } from './sql-shape.ts';

describe('the shape of a statement', () => {
  test('is one for a list of any length, and for one row and many', () => {
    const find = (list: string) =>
      `select "id" from "contact" where "id" in (${list}) and "n" = $9`;
    expect(shapeOf(find('$1'))).toBe(shapeOf(find('$1, $2, $3')));
    const insert = (rows: string) => `insert into "contact_tag" ("id", "name") values ${rows}`;
    expect(shapeOf(insert('($1, $2)'))).toBe(shapeOf(insert('($1, $2), ($3, $4)')));
  });

  test('has a clause per line, names without quotes, and parameters in order', () => {
    expect(
      shapeOf(
        'select "c"."id" from "contact" as "c" inner join "user" on "user"."id" = "c"."by" where ("c"."id" = $7 or "c"."id" = $3) and "c"."n" > $1 order by "c"."id" limit $2',
      ),
    ).toBe(
      [
        'select c.id',
        'from contact as c',
        'inner join "user" on "user".id = c.by',
        'where (c.id = $1 or c.id = $2)',
        '  and c.n > $3',
        'order by c.id',
        'limit $4;',
      ]
        .join('\n')
        .slice(0, -1),
    );
  });

  test('indents what is inside, and leaves text and cases alone', () => {
    expect(
      shapeOf(`update a set b = case when b is null and c then 'and  from' else b end, d = $1
        where exists (
          select 1 from e where e.f = a.f and e.g
        ) returning b`),
    ).toBe(
      [
        'update a',
        "set b = case when b is null and c then 'and  from' else b end, d = $1",
        'where exists (',
        '  select 1',
        '  from e',
        '  where e.f = a.f',
        '    and e.g',
        ')',
        'returning b',
      ].join('\n'),
    );
  });

  test('differs when the question differs', () => {
    expect(shapeOf('select a from t where b = $1')).not.toBe(
      shapeOf('select a from t where c = $1'),
    );
  });
});

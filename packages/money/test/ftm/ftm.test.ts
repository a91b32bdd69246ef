import { existsSync, readFileSync } from 'node:fs';
import {
  entitiesOf,
  type FtmEntity,
  ftmLines,
  ftmSchemata,
  ftmStatements,
  type MoneyRecord,
  namespaceId,
  readFtm,
  scriptsOf,
  toFtm,
} from '@samenbeeld/money';
import { describe, expect, it } from 'vitest';
import { exerciseFirms } from './exercise-firms.ts';

interface Model {
  readonly schemata: Readonly<
    Record<
      string,
      {
        readonly abstract?: boolean;
        readonly required?: readonly string[];
        readonly schemata: readonly string[];
        readonly properties: Readonly<
          Record<
            string,
            { readonly type: string; readonly range?: string; readonly maxLength: number }
          >
        >;
      }
    >
  >;
  readonly types: Readonly<Record<string, { readonly values?: Readonly<Record<string, string>> }>>;
}

const file = new URL(
  '../../../../../shared/data/money/followthemoney_3.8.4_defaultModel.json',
  import.meta.url,
);

/** The published model; null, with a printed reason, where it is not here. */
function publishedModel(): Model | null {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Model;
  console.log('Skipped: ../shared/data/money/followthemoney_3.8.4_defaultModel.json is not here.');
  return null;
}

/** Properties of a schema, its own and inherited, read from the published model. */
function published(model: Model, schema: string) {
  const { schemata } = model.schemata[schema] as Model['schemata'][string];
  return Object.assign(
    {},
    ...[...schemata].map((name) => model.schemata[name]?.properties),
  ) as Model['schemata'][string]['properties'];
}

/** What the published model has against entities; written apart from the checks of the project. */
function against(model: Model, entities: readonly FtmEntity[]): readonly string[] {
  const schemaOf = new Map(entities.map(({ id, schema }) => [id, schema]));
  return entities.flatMap(({ id, schema, properties }) => {
    const definition = model.schemata[schema];
    if (!definition || definition.abstract) return [`${id}: ${schema} is no concrete schema`];
    const known = published(model, schema);
    const required = definition.schemata.flatMap((name) => model.schemata[name]?.required ?? []);
    const missing = required
      .filter((name) => !(name in properties))
      .map((name) => `${id}: no ${name}`);
    return [
      ...missing,
      ...Object.entries(properties).flatMap(([name, values]) => {
        const property = known[name];
        if (!property) return [`${id}: ${schema} has no ${name}`];
        return values.flatMap((value) => {
          const target = schemaOf.get(value);
          const wrong =
            value.length > property.maxLength ||
            (property.type === 'country' && !(value in (model.types['country']?.values ?? {}))) ||
            (property.type === 'date' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) ||
            (property.type === 'number' && !/^\d+(\.\d+)?$/.test(value)) ||
            (property.type === 'entity' &&
              !(target && model.schemata[target]?.schemata.includes(property.range ?? '')));
          return wrong ? [`${id}: ${name} "${value}" is no ${property.type}`] : [];
        });
      }),
    ];
  });
}

const dataset = 'exercise-north';

describe('toFtm', () => {
  it('is accepted by the published model 3.8.4', () => {
    const model = publishedModel();
    const entities = toFtm(exerciseFirms, { dataset });
    expect(entities.length).toBe(exerciseFirms.length);
    if (!model) return;
    expect(against(model, entities)).toEqual([]);
    const [first] = entities as [FtmEntity];
    // The check can fail.
    expect(
      against(model, [
        { ...first, properties: { ...first.properties, jurisdiction: ['qq'], seized: ['1'] } },
      ]),
    ).toHaveLength(2);
  });

  it('uses schemata that are those of the published model', () => {
    const model = publishedModel();
    expect(Object.keys(ftmSchemata)).toHaveLength(7);
    if (!model) return;
    for (const [name, { isA, required, properties }] of Object.entries(ftmSchemata)) {
      const definition = model.schemata[name];
      expect([...isA].sort(), name).toEqual([...(definition?.schemata ?? [])].sort());
      expect(required, name).toEqual(definition?.required ?? []);
      const known = published(model, name);
      for (const [property, { type, range }] of Object.entries(properties)) {
        expect(known[property]?.type, `${name} ${property}`).toBe(type);
        expect(known[property]?.range, `${name} ${property}`).toBe(range);
      }
    }
  });

  it('signs ids as FollowTheMoney does', () => {
    // python3 -c "import hmac; print(hmac.new(b'exercise-north', b'f1', 'sha1').hexdigest())"
    expect(namespaceId(dataset, 'f1')).toBe('f1.51a49fae8200d747754dc660ea8c58f7c71f5d90');
    const [one] = toFtm(exerciseFirms, { dataset });
    const [other] = toFtm(exerciseFirms, { dataset: 'exercise-south' });
    expect(one?.id).toBe(namespaceId(dataset, 'f1'));
    expect(other?.id).not.toBe(one?.id);
  });

  it('writes JSON lines in order of id', () => {
    const lines = ftmLines(toFtm(exerciseFirms, { dataset }).slice(0, 2));
    expect(lines.replaceAll(/\.[0-9a-f]{40}/g, '')).toMatchInlineSnapshot(`
      "{"id":"f1","schema":"Company","properties":{"name":["Noorderlicht Oefening Logistics BV"],"jurisdiction":["nl"],"registrationNumber":["EX-0001"],"sector":["freight"],"incorporationDate":["2019-03"]}}
      {"id":"f2","schema":"Company","properties":{"name":["Северная Звезда Учебная ООО","Severnaya Zvezda Uchebnaya OOO"],"jurisdiction":["cy"],"incorporationDate":["2020"]}}
      "
    `);
  });

  it('refuses persons in disguise, broken references and values that are none', () => {
    const [firm] = exerciseFirms as [MoneyRecord & { readonly kind: 'firm' }];
    const paid = exerciseFirms.at(-1) as MoneyRecord & { readonly kind: 'payment' };
    const tried: readonly (readonly MoneyRecord[])[] = [
      [{ ...firm, id: 'f.1' }],
      [firm, firm],
      [{ ...firm, names: [] }],
      [{ ...firm, names: ['Oefening, 06-12345678'] }],
      [{ ...firm, jurisdiction: 'XX' }],
      [{ ...firm, incorporated: '1 March 2020' }],
      [{ ...firm, incorporated: '2020-02-31' }],
      [{ kind: 'account', id: 'NL91ABNA0417164300' }],
      [firm, { kind: 'ownership', id: 'o1', owner: 'f1', asset: 'f9' }],
      [
        firm,
        { ...firm, id: 'f2', schema: 'Organization' },
        { kind: 'ownership', id: 'o1', owner: 'f1', asset: 'f2' },
      ],
      [firm, { kind: 'ownership', id: 'o1', owner: 'f1', asset: 'f1', percentage: 120 }],
      [{ ...paid, cents: 1.5 }],
    ];
    const messages = tried.map((records) => {
      try {
        return JSON.stringify(toFtm(records, { dataset }));
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`.replaceAll(
          /\.[0-9a-f]{40}/g,
          '',
        );
      }
    });
    expect(messages).toMatchInlineSnapshot(`
      [
        "InputError: expected ids of their own without a point, found "f.1". Repair: give each record an id; FollowTheMoney takes what follows a point for a signature",
        "InputError: expected ids of their own without a point, found "f1". Repair: give each record an id; FollowTheMoney takes what follows a point for a signature",
        "InputError: f1 (Company): no name. Repair: give the record it leads to as well, and values as FollowTheMoney has them",
        "InputError: record 1 (firm): names looks like personal data (phone). Repair: leave it out, or put a pseudonym in its place",
        "UsageError: countries has no code "XX". All codes: \`samenbeeld codes countries\`.",
        "InputError: f1 (Company): incorporationDate "1 March 2020" is no date. Repair: give the record it leads to as well, and values as FollowTheMoney has them",
        "InputError: f1 (Company): incorporationDate "2020-02-31" is no date. Repair: give the record it leads to as well, and values as FollowTheMoney has them",
        "InputError: record 1 (account): id looks like personal data (iban). Repair: leave it out, or put a pseudonym in its place",
        "InputError: o1 (Ownership): asset leads to nothing. Repair: give the record it leads to as well, and values as FollowTheMoney has them",
        "InputError: o1 (Ownership): asset must lead to Asset, not to Organization. Repair: give the record it leads to as well, and values as FollowTheMoney has them",
        "InputError: o1: expected a percentage from 0 to 100, found 120. Repair: give 25 for a quarter",
        "InputError: p1: expected whole cents above zero, found 1.5. Repair: give amounts in cents, without sign",
      ]
    `);
    expect(() => toFtm([], { dataset: 'a b' })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`dataset\` must be a name of letters, digits, - and _, got "a b"]`,
    );
  });
});

describe('readFtm', () => {
  it('takes names in several scripts, letter by letter', () => {
    const written = ftmLines(toFtm(exerciseFirms, { dataset }));
    const { entities, notTaken } = readFtm(written, { dataset });
    expect(notTaken).toEqual([]);
    expect(ftmLines(entities)).toBe(written);
    const names = entities
      .filter(({ schema }) => schema !== 'BankAccount')
      .flatMap(({ properties }) => properties['name'] ?? []);
    expect(names.map((name) => [name, scriptsOf(name).join()])).toEqual([
      ['Noorderlicht Oefening Logistics BV', 'Latin'],
      ['Северная Звезда Учебная ООО', 'Cyrillic'],
      ['Severnaya Zvezda Uchebnaya OOO', 'Latin'],
      ['شركة النجم التدريبية للتجارة', 'Arabic'],
      ['Al Najm Training Trading FZE', 'Latin'],
      ['北星演练航运有限公司', 'Han'],
      ['Beixing Exercise Shipping Ltd', 'Latin'],
      ['Ναυτιλιακή Άσκηση Βόρειο Άστρο', 'Greek'],
    ]);
  });

  it('leaves persons, what looks personal and what is not used here, and counts it', () => {
    const lines = [
      {
        id: 'f1',
        schema: 'Company',
        properties: {
          name: ['Oefening BV'],
          notes: ['bel 06-12345678', 'gesticht 2020'],
          ticker: ['OEF'],
        },
      },
      { id: 'f1', schema: 'LegalEntity', properties: { name: ['Oefening BV', 'Exercice SA'] } },
      { id: 'x1', schema: 'Person', properties: { name: ['not taken'] } },
      { id: 'v1', schema: 'Vessel', properties: { name: ['Oefenschip'] } },
      { id: 'o1', schema: 'Ownership', properties: { owner: ['x1'], asset: ['f1'] } },
      {
        id: 'k1',
        schema: 'BankAccount',
        properties: { accountNumber: ['NL91ABNA0417164300'], iban: ['NL91ABNA0417164300'] },
      },
    ].map((entity) => JSON.stringify(entity));
    const { entities, notTaken, statements } = readFtm(lines, { dataset, seen: '2026-01-01' });
    expect(entities).toEqual([
      {
        id: 'f1',
        schema: 'Company',
        properties: { name: ['Oefening BV', 'Exercice SA'], notes: ['gesticht 2020'] },
      },
      { id: 'k1', schema: 'BankAccount', properties: {} },
    ]);
    expect(
      notTaken.map(
        ({ schema, property = '', why, count }) => `${schema} ${property} ${why} ${count}`,
      ),
    ).toEqual([
      'Company notes personal_data 1',
      'Company ticker unused_property 1',
      'Person  person 1',
      'Vessel  unused_schema 1',
      'BankAccount accountNumber personal_data 1',
      'BankAccount iban unused_property 1',
      'Ownership owner leads_to_nothing 1',
    ]);
    expect(JSON.stringify({ entities, notTaken, statements })).not.toMatch(
      /06-12345678|0417164300|not taken/,
    );
  });

  it('counts values that are none, and goes on', () => {
    const firm = (id: string, properties: object) =>
      JSON.stringify({ id, schema: 'Company', properties });
    const { entities, notTaken } = readFtm(
      [
        firm('a', { name: ['A BV'], jurisdiction: ['suhh', 'x-so', 'qq'] }),
        firm('b', { name: ['B BV'], incorporationDate: ['2020-02-31', '2020-02-29', '2020-13'] }),
        firm('c', { name: ['06-12345678'] }),
      ],
      { dataset },
    );
    expect(entities.map(({ properties }) => properties)).toEqual([
      { name: ['A BV'], jurisdiction: ['suhh', 'x-so'] },
      { name: ['B BV'], incorporationDate: ['2020-02-29'] },
    ]);
    expect(notTaken.map(({ property = '', why, count }) => `${property} ${why} ${count}`)).toEqual([
      'jurisdiction no_value 1',
      'incorporationDate no_value 2',
      'name personal_data 1',
      ' incomplete 1',
    ]);
  });

  it('leaves out ids that are personal data, and legal entities that may be persons', () => {
    const lines = [
      {
        id: 'someone@example.com',
        schema: 'LegalEntity',
        properties: { name: ['Oefening BV'], legalForm: ['BV'] },
      },
      {
        id: 'l1',
        schema: 'LegalEntity',
        properties: { name: ['Voor Achternaam'], jurisdiction: ['nl'] },
      },
      {
        id: 'l2',
        schema: 'LegalEntity',
        properties: { name: ['Oefening'], registrationNumber: ['EX-2'] },
      },
      { id: 'f1', schema: 'Company', properties: { name: ['Oefening BV'] } },
      { id: 'o1', schema: 'Ownership', properties: { owner: ['l1'], asset: ['f1'] } },
      { id: 'o2', schema: 'Ownership', properties: { owner: ['l2'], asset: ['f1'] } },
    ].map((entity) => JSON.stringify(entity));
    const { entities, notTaken, statements } = readFtm(lines, { dataset });
    expect(entities.map(({ id }) => id)).toEqual(['l2', 'f1', 'o2']);
    expect(notTaken.map(({ schema, why, count }) => `${schema} ${why} ${count}`)).toEqual([
      'LegalEntity personal_data 1',
      'LegalEntity perhaps_person 1',
      'Ownership leads_to_nothing 1',
    ]);
    expect(JSON.stringify({ entities, notTaken, statements })).not.toMatch(
      /example\.com|Achternaam/,
    );
  });

  it('knows the countries of the published model', () => {
    const codes = Object.keys(publishedModel()?.types['country']?.values ?? {});
    const tried = codes.length > 0 ? codes : ['nl', 'suhh', 'yucs', 'csxx', 'cshh', 'x-so'];
    const line = {
      id: 'a',
      schema: 'Company',
      properties: { name: ['A BV'], country: [...tried, 'qq'] },
    };
    const [firm] = readFtm(JSON.stringify(line), { dataset }).entities;
    expect(firm?.properties['country']?.toSorted()).toEqual(tried.toSorted());
  });

  it('says which line is no entity', () => {
    const tried = [
      '{',
      '[]',
      '{"id":1}',
      '{"id":"a","schema":"Company"}',
      '{"id":"a","schema":"Company","properties":{"name":"X"}}',
    ];
    expect(
      tried.map((line) => {
        try {
          return readFtm(`\n${line}`, { dataset, file: 'firms.ftm.json' });
        } catch (error) {
          return `${(error as Error).name}: ${(error as Error).message}`;
        }
      }),
    ).toMatchInlineSnapshot(`
      [
        "InputError: firms.ftm.json, line 2: expected an entity with id, schema and properties, found no JSON. Repair: write one FollowTheMoney entity a line, as JSON",
        "InputError: firms.ftm.json, line 2: expected an entity with id, schema and properties, found no id. Repair: write one FollowTheMoney entity a line, as JSON",
        "InputError: firms.ftm.json, line 2: expected an entity with id, schema and properties, found no id. Repair: write one FollowTheMoney entity a line, as JSON",
        "InputError: firms.ftm.json, line 2: expected an entity with id, schema and properties, found no properties. Repair: write one FollowTheMoney entity a line, as JSON",
        "InputError: firms.ftm.json, line 2: expected an entity with id, schema and properties, found a property that is no list of texts. Repair: write one FollowTheMoney entity a line, as JSON",
      ]
    `);
  });
});

describe('ftmStatements', () => {
  it('keeps who states what when two datasets are put together, and takes it apart again', () => {
    const north = toFtm(exerciseFirms.slice(0, 1), { dataset: 'north' });
    const south = toFtm(
      [{ kind: 'firm', id: 'z7', schema: 'LegalEntity', names: ['Noorderlicht (oefening)'] }],
      { dataset: 'south' },
    );
    const one = namespaceId('north', 'f1');
    const same = (id: string) => (id === namespaceId('south', 'z7') ? one : id);
    const statements = [
      ...ftmStatements(north, { dataset: 'north', seen: '2026-01-01', canonical: same }),
      ...ftmStatements(south, { dataset: 'south', seen: '2026-02-01', canonical: same }),
    ];
    const [joined] = entitiesOf(statements);
    expect(joined?.schema).toBe('Company');
    expect(joined?.properties['name']).toEqual([
      'Noorderlicht Oefening Logistics BV',
      'Noorderlicht (oefening)',
    ]);
    expect(
      statements.filter(({ prop }) => prop === 'name').map(({ dataset: by, value }) => [by, value]),
    ).toEqual([
      ['north', 'Noorderlicht Oefening Logistics BV'],
      ['south', 'Noorderlicht (oefening)'],
    ]);
    const apart = statements.map((row) => ({ ...row, canonical_id: row.entity_id }));
    expect(entitiesOf(apart)).toEqual([...north, ...south]);
    // canonical_id stands first, so that plain `sort` works on the lines.
    expect(ftmLines(statements).split('\n')[0]).toMatch(/^\{"canonical_id":/);
  });

  it('has the ids of FollowTheMoney', () => {
    // python3 -c "import hashlib; print(hashlib.sha1('d.f1.name.Северная Звезда'.encode()).hexdigest())"
    const [, name] = ftmStatements(
      [{ id: 'f1', schema: 'Company', properties: { name: ['Северная Звезда'] } }],
      { dataset: 'd' },
    );
    expect(name?.id).toBe('4ff9df4b2684e7f98dee442eb7f77d47b9614531');
  });

  it('refuses to make one entity of two that exclude each other', () => {
    const two = [
      { id: 'a', schema: 'Company', properties: { name: ['X'] } },
      { id: 'b', schema: 'PublicBody', properties: { name: ['X'] } },
    ];
    expect(() =>
      entitiesOf(ftmStatements(two, { dataset, canonical: () => 'a' })),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: a is stated as Company and as PublicBody, which exclude each other. Repair: take back the judgement that made them one, or put the schema right at its source]`,
    );
  });
});

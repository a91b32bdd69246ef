import { readFileSync } from 'node:fs';
import { checkClaim, findConflicts, jointTotals } from '@samenbeeld/merge';
import type { Observation } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

function csv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let q = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (q) {
      if (c === '"') {
        if (text[i + 1] === '"') {
          cell += '"';
          i++;
        } else q = false;
      } else cell += c;
    } else if (c === '"') q = true;
    else if (c === ',') {
      row.push(cell);
      cell = '';
    } else if (c === '\n') {
      row.push(cell);
      rows.push(row);
      row = [];
      cell = '';
    } else if (c !== '\r') cell += c;
  }
  return rows;
}
export function load(): Observation[] {
  const [head, ...rows] = csv(readFileSync('fixtures/published/claims.csv', 'utf8'));
  return rows.map((r, i) => {
    const o = Object.fromEntries(head!.map((h, j) => [h, r[j] || null])) as any;
    return {
      kind: 'observation',
      id: o.claim,
      source: 'published-claims',
      publication: o.url,
      metric: o.metric,
      stat: o.stat,
      value: o.value === null ? null : Number(o.value),
      printed: o.value,
      wording: o.wording,
      wordingPrinted: o.wording_printed,
      unit: o.unit,
      missing: o.missing,
      status: o.status,
      extent: o.extent,
      place: o.place,
      placeNote: o.place_note,
      basis: o.basis,
      containsOwn: o.contains_own === null ? null : o.contains_own === 'true',
      agencies: (o.agency ?? '').split('+').filter(Boolean),
      substance: o.substance,
      offence: o.offence,
      nationalCode: o.national_code,
      countUnit: o.count_unit,
      definition: null,
      level: o.level,
      periodStart: o.period_from,
      periodEnd: o.period_to,
      freq: 'A',
      publishedOn: o.published_on,
      confidence: o.confidence,
      note: o.note,
      origin: { file: 'claims.csv', sheet: null, line: i + 2, column: 'value', raw: o.value },
    } as any;
  });
}
test('x', () => {
  const obs = load();
  const r = jointTotals(obs);
  for (const t of r.totals) {
    console.log(
      t.period,
      JSON.stringify(t.reported),
      JSON.stringify(t.total),
      t.status,
      t.missing.join(),
      '|',
      t.members
        .map(
          (m) =>
            `${m.place}:${m.state}:${m.governing}:abs ${m.absorbed}:comb ${m.combined}:riv ${m.rivals}:f ${m.finds}`,
        )
        .join('  '),
      '| joint',
      t.together.map((m) => m.place + m.state + m.lowest).join(),
      '| ceil',
      t.ceilings.map((c) => c.key + ' = ' + c.value + ' ' + c.assumption.en).join(),
    );
    console.log('    ', t.causes.map((c) => c.text.en).join(' · '));
  }
  for (const n of r.notAdded)
    console.log('NA', n.period, n.claim, n.place, n.basis, n.value, n.kind, n.reason.en);
  for (const c of findConflicts(obs))
    console.log(
      'C',
      c.state,
      c.type,
      c.subject,
      '::',
      c.explanation.en,
      '=>',
      c.proposal?.verdict,
      c.proposal?.reason.en,
    );
  for (const c of findConflicts(obs.filter((o) => o.place === 'LU'))) console.log('LU', c.key);
  for (const q of [
    '4100 kg cocaine Vlissingen 2022',
    '7000 kg cocaine Vlissingen 2020',
    '10000 kg cocaine Vlissingen 2022',
    '2100 kg cocaine Vlissingen 2021',
    '4776 kg cocaine North Sea Port 2022',
  ]) {
    const c = checkClaim(q, obs);
    console.log(
      q,
      c.verdict,
      c.matches.map((m) => m.claim.id + m.relation).join(),
      '\n  may:',
      c.mayBeSaid.map((t) => t.en).join(' / '),
      '\n  not:',
      c.doNotSay.map((t) => t.en).join(' / '),
    );
  }
  expect(1).toBe(1);
});

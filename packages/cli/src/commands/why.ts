import { existsSync } from 'node:fs';
import { type Why, why } from '@samenbeeld/merge';
import { agencies, formatQuantity, type Language, places, UsageError } from '@samenbeeld/schema';
import { openPicture } from '@samenbeeld/store';
import { openTerminal, type Terminal } from '../terminal.ts';

/** Absent is not zero. */
const nothing = {
  nl: 'Geen bron zegt hier iets over. Dat is onbekend, niet nul.',
  fr: 'Aucune source n’en parle. C’est inconnu, non nul.',
  de: 'Keine Quelle sagt etwas dazu. Das ist unbekannt, nicht null.',
  en: 'No source says anything about it. That is unknown, not zero.',
} as const;

const roles = {
  governing: { nl: 'geldt', fr: 'fait foi', de: 'maßgeblich', en: 'governs' },
  combined: { nl: 'sluit aan', fr: 'concorde', de: 'stimmt überein', en: 'agrees' },
  absorbed: {
    nl: 'opgegaan in een preciezer cijfer',
    fr: 'absorbé par un chiffre plus précis',
    de: 'in einer genaueren Zahl enthalten',
    en: 'absorbed by a finer figure',
  },
  rival: { nl: 'in tegenspraak', fr: 'en contradiction', de: 'im Widerspruch', en: 'contends' },
  find: { nl: 'ondergrens', fr: 'plancher', de: 'Untergrenze', en: 'floor' },
  ceiling: {
    nl: 'voor een plafond',
    fr: 'pour un plafond',
    de: 'für eine Obergrenze',
    en: 'for a ceiling',
  },
  not_added: { nl: 'niet opgeteld', fr: 'non additionné', de: 'nicht addiert', en: 'not added' },
  explained: { nl: 'verklaard', fr: 'expliqué', de: 'erklärt', en: 'explained away' },
  counted: { nl: 'geteld', fr: 'compté', de: 'gezählt', en: 'counted' },
  merged: { nl: 'dubbele melding', fr: 'doublon', de: 'Doppelmeldung', en: 'double report' },
} as const;

function names(codes: readonly string[], language: Language): string {
  return codes
    .map((code) => (agencies.has(code) ? agencies.label(code, language) : code))
    .join(' + ');
}

function show(
  { total, lines, events, conflicts, decisions, notAdded }: Why,
  terminal: Terminal,
): void {
  const { language } = terminal;
  const figure = (value: number | null) =>
    value === null ? '–' : formatQuantity(value, total.unit, language);
  const { lowest, likely, highest } = total.reported;
  terminal.print(`${total.key}`);
  if (total.status === 'none') {
    terminal.print(`  ${nothing[language]}`);
    return;
  }
  terminal.print(
    `  reported ${figure(lowest)} / ${typeof likely === 'number' ? figure(likely) : (likely ?? '–')} / ${figure(highest)} · total at least ${figure(total.total.atLeast)}, at most ${figure(total.total.atMost)} · ${total.status}`,
  );
  for (const cause of total.causes) terminal.print(`  ${cause.text[language]}`);
  terminal.print();
  for (const line of lines) {
    const place = line.claim.place
      .split('+')
      .map((code) => (places.has(code) ? places.label(code, language) : code))
      .join(' + ');
    const words = line.claim.wordingPrinted ? ` "${line.claim.wordingPrinted}"` : '';
    terminal.print(
      `  ${roles[line.role][language]}: ${place} ${line.claim.periodStart}/${line.claim.periodEnd} ${formatQuantity(line.claim.value, line.claim.unit, language)}${words} (${line.claim.wording}), ${names(line.claim.agencies, language)}, ${line.claim.publishedOn ?? '–'}`,
    );
    for (const row of line.claim.rows) {
      terminal.print(
        `      ${row.origin.file}, line ${row.origin.line}, column ${row.origin.column}, cell "${row.origin.raw}"   ${row.reference ?? row.id}`,
      );
      if (row.publication) terminal.print(`      ${row.publication}`);
      if (row.note) terminal.print(`      note: ${row.note}`);
    }
  }
  for (const { role, seizure } of events) {
    const weight =
      seizure.quantity === null ? (seizure.missing ?? '–') : `${seizure.quantity} ${seizure.unit}`;
    terminal.print(
      `  ${roles[role][language]}: ${places.label(seizure.place, language)} ${seizure.date} ${weight}, ${names(seizure.agencies, language)}   ${seizure.origin.file}, line ${seizure.origin.line}, column ${seizure.origin.column}, cell "${seizure.origin.raw}"`,
    );
  }
  for (const conflict of conflicts)
    terminal.print(
      `\n  conflict (${conflict.state}, ${conflict.type}): ${conflict.explanation[language]}${conflict.proposal ? ` Proposed: ${conflict.proposal.verdict}. ${conflict.proposal.reason[language]}` : ''}`,
    );
  for (const ceiling of total.ceilings)
    terminal.print(
      `\n  ceiling ${ceiling.inUse ? 'in use' : 'on offer'}: ${figure(ceiling.value)}. ${ceiling.assumption[language]}\n      subject "${ceiling.key}"`,
    );
  for (const entry of notAdded)
    terminal.print(
      `\n  not added: ${figure(entry.value)} ${entry.place} ${entry.basis}. ${entry.reason[language]}`,
    );
  for (const { decision, inForce } of decisions)
    terminal.print(
      `\n  decision ${decision.id} (${inForce ? 'in force' : 'superseded'}): ${decision.verdict}, ${decision.role}, ${decision.time}: ${decision.reason}`,
    );
}

/** `samenbeeld why`: from a figure down to file, line, column and raw cell. */
export async function explainWhy(
  options: Readonly<Record<string, unknown>>,
  folder: string | readonly string[],
  cell: string | readonly string[],
): Promise<undefined> {
  const terminal = openTerminal(options);
  if (!existsSync(String(folder)))
    throw new UsageError(
      `There is no picture in ${String(folder)}. Build it first, for example with "npm run joint".`,
    );
  const picture = await openPicture(String(folder));
  try {
    const explained = await why(picture, String(cell));
    for (const line of picture.metadata.banner[terminal.language].split('\n')) terminal.print(line);
    show(explained, terminal);
    terminal.result({ banner: picture.metadata.banner, ...explained });
  } finally {
    await picture.close();
  }
}

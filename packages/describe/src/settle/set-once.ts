import { massBasisIn } from '@samenbeeld/ingest';
import {
  inFour,
  type Language,
  listedTexts,
  ownValue,
  quoted,
  type Text,
  units,
  unitsOfMetric,
} from '@samenbeeld/schema';
import type { ColumnGuess, ConstantGuess, Look } from '../column.ts';
import { onlyBasis } from '../columns/guess-basis.ts';
import type { DrugOfHeading } from '../columns/title-words.ts';
import { isWeight, unitNamed, unitWithin } from '../columns/unit-words.ts';
import { codesOf } from '../mapped-codes.ts';
import { quotedAll } from '../quoted.ts';
import { thresholds } from '../thresholds.ts';
import {
  cellsOf,
  fieldIn,
  groupsIn,
  isFigure,
  isOne,
  partsOf,
  setIn,
  type WrittenPart,
  withCells,
} from '../written.ts';

/** Fields that columns other than values fill. */
function fedBy(columns: readonly ColumnGuess[]): ReadonlySet<string> {
  const fed = new Set<string>();
  for (const { written } of columns)
    for (const part of partsOf(written))
      for (const each of [part, ...Object.values(groupsIn(part))]) {
        const to = fieldIn(each);
        if (to !== null && !isFigure(each)) fed.add(to);
      }
  return fed;
}

/** Units of quantities that a column of units may name otherwise for each row; what is counted besides is the column's own. */
const quantities: ReadonlySet<string> = new Set(
  unitsOfMetric('quantity').filter((unit) => !unitsOfMetric('offences').includes(unit)),
);
const drugUnits: ReadonlySet<string> = new Set(['tablet', 'dose', 'plant', 'cutting', 'piece']);

/** Whether a value column counts things of its own kind (seizures, suspects), which no unit of the row is. */
function countsItsOwn(set: WrittenPart): boolean {
  const { metric, unit } = set;
  return (
    typeof metric === 'string' &&
    metric !== 'quantity' &&
    typeof unit === 'string' &&
    !quantities.has(unit) &&
    !drugUnits.has(unit)
  );
}

/** What value columns set a field to. */
function textsSet(columns: readonly ColumnGuess[], field: string): ReadonlySet<string> {
  return new Set(
    columns.flatMap(({ written }) => {
      if (written === null || !isOne(written)) return [];
      const text = ownValue(setIn(cellsOf(written)), field);
      return typeof text === 'string' ? [text] : [];
    }),
  );
}

/** Whether value columns differ by what they measure, or by the unit of what is no count of their own. */
interface Differ {
  readonly metrics: boolean;
  readonly units: boolean;
}

function without(mapping: WrittenPart, fed: ReadonlySet<string>, differ: Differ): WrittenPart {
  const { set, ...rest } = mapping;
  if (!set || !isFigure(mapping)) return mapping;
  const own = setIn(mapping);
  const itsOwn = (field: string): boolean =>
    (field === 'unit' &&
      (differ.units || (countsItsOwn(own) && (differ.metrics || !fed.has('metric'))))) ||
    (field === 'metric' && differ.metrics);
  const kept = Object.entries(own).filter(([field]) => !fed.has(field) || itsOwn(field));
  return kept.length > 0 ? { ...rest, set: Object.fromEntries(kept) } : rest;
}

/** Units of quantities of a drug: of counts, the column of units says better what is counted. */
const measured: ReadonlySet<string> = new Set([
  'kg',
  'g',
  'mg',
  't',
  'l',
  'ml',
  'cl',
  ...drugUnits,
]);

/** What is sent, lost or found by the piece: beside a heading of kilograms it says what was found, and no unit of the figures. */
const sent = new Set(['letter', 'parcel', 'consignment', 'batch', 'seizure']);

/** A label of the column of units that is another unit than a heading says; null where none is seen. */
function otherUnit(
  own: string,
  columns: readonly ColumnGuess[],
): { readonly heading: string; readonly label: string } | null {
  if (!measured.has(own)) return null;
  const column = columns.find(({ written }) =>
    partsOf(written).some((part) => fieldIn(part) === 'unit'),
  );
  const label = column?.samples.find((sample) => {
    const match = units.lookup(sample);
    return match.kind === 'exact' && match.entry.code !== own && !sent.has(match.entry.code);
  });
  return column && label !== undefined ? { heading: column.headings[0] ?? '', label } : null;
}

/**
 * Value columns without the fields that another column fills, but for what only they can say: of a count beside a column of
 * units the unit, and of several measures in a row the metric.
 */
export const filledOnce: Look = (columns) => {
  const fed = fedBy(columns);
  const amounts = [...textsSet(columns, 'unit')].filter((unit) => measured.has(unit));
  const differ = { metrics: textsSet(columns, 'metric').size > 1, units: amounts.length > 1 };
  return ({ written }) => {
    if (written === null || !isOne(written)) return null;
    const cells = cellsOf(written);
    const own = setIn(cells)['unit'];
    const rival = fed.has('unit') && typeof own === 'string' ? otherUnit(own, columns) : null;
    const kept = without(cells, fed, differ);
    const finding = {
      entry: 'finding',
      reason: inFour(
        'een andere kolom vult wat de cijfers zouden zetten',
        'une autre colonne remplit ce que les chiffres fixeraient',
        'eine andere Spalte füllt, was die Zahlen setzen würden',
        'another column fills what the figures would set',
      ),
      written: withCells(written, () => kept),
    } as const;
    if (rival === null || !isFigure(cells)) return kept === cells ? null : finding;
    return {
      ...finding,
      atMost: thresholds.asked,
      decide: [
        inFour(
          'De kop zegt {own}, en {heading} zegt ook {label}: in welke eenheid zijn deze cijfers?',
          'L’en-tête dit {own}, et {heading} dit aussi {label} : dans quelle unité sont ces chiffres ?',
          'Die Überschrift sagt {own}, und {heading} sagt auch {label}: in welcher Einheit sind diese Zahlen?',
          'The heading says {own}, and {heading} says {label} too: in which unit are these figures?',
          { own: String(own), heading: quoted(rival.heading), label: quoted(rival.label) },
        ),
      ],
    };
  };
};

/** What the figures of a column set by themselves; null where it is none of figures. */
export function setOf({ written }: ColumnGuess): WrittenPart | null {
  if (written === null || !isOne(written)) return null;
  const cells = cellsOf(written);
  return isFigure(cells) ? setIn(cells) : null;
}

/**
 * The basis of figures that can be on one only, beside others of the row that are seized: arrests are registered, also where seizures
 * stand beside them.
 */
export const ownBasis: Look = (columns) => {
  const bases = [...textsSet(columns, 'metric')].map(onlyBasis);
  const isMixed = bases.includes(null) && bases.some((each) => each !== null);
  if (!isMixed || fedBy(columns).has('basis')) return () => null;
  return (column) => {
    const { written } = column;
    const set = setOf(column);
    const metric = set?.['metric'];
    const basis = typeof metric === 'string' ? onlyBasis(metric) : null;
    if (basis === null || written === null || !isOne(written)) return null;
    return {
      entry: 'finding',
      reason: inFour(
        '{metric} telt op één grondslag',
        '{metric} se compte sur une seule base',
        '{metric} zählt auf einer Grundlage',
        '{metric} counts on one basis',
        { metric: String(metric) },
      ),
      written: withCells(written, (cells) => ({ ...cells, set: { basis, ...setIn(cells) } })),
    };
  };
};

/**
 * The drug that headings of figures name, set on those figures where no column tells drugs apart: one column of cocaine has it in its
 * heading only. `drugOf` reads a heading.
 */
export function drugsOfHeadings(drugOf: (heading: string) => DrugOfHeading | null): Look {
  return (columns) => {
    const told = fedBy(columns).has('substance');
    return ({ headings, written }) => {
      if (told || written === null || !isOne(written) || !isFigure(cellsOf(written))) return null;
      const [found, ...others] = headings.map(drugOf);
      if (!found || others.some((other) => other?.code !== found.code)) return null;
      const { code, decide } = found;
      return {
        entry: 'finding',
        reason: inFour(
          'de kop noemt het middel ({code})',
          'l’en-tête nomme la drogue ({code})',
          'die Überschrift nennt den Stoff ({code})',
          'the heading names the drug ({code})',
          { code: code ?? '' },
        ),
        told: code !== null,
        written:
          code === null
            ? written
            : withCells(written, (cells) => ({
                ...cells,
                set: { ...setIn(cells), substance: code },
              })),
        ...(decide.length > 0 && { atMost: thresholds.asked }),
        decide,
      };
    };
  };
}

/** The one drug that figures of a table set, where no column holds drugs; null where they set none, or several. */
function onlyDrug(columns: readonly ColumnGuess[]): string | null {
  const [drug, ...others] = textsSet(columns, 'substance');
  return drug !== undefined && others.length === 0 && !fedBy(columns).has('substance')
    ? drug
    : null;
}

/** What finds of drugs are measured by: figures of these have a drug. */
const ofDrug: ReadonlySet<unknown> = new Set(['seizures', 'quantity', 'purity', 'price']);

/**
 * Numbers of seizures beside figures of one drug, where neither a heading nor the file says of which they are: they may be all that was
 * seized, however many figures of that drug there are, so it is asked. Where title, sheet or file name (`around`) name another drug, too,
 * nothing is proposed.
 */
export const seizuresBesideOneDrug =
  (around: readonly DrugOfHeading[]): Look =>
  (columns) => {
    const drug = onlyDrug(columns);
    if (drug === null) return () => null;
    const isElsewhere = around.some(
      ({ code, decide }) => code !== drug && (decide.length > 0 || code !== 'DRUG_UNSPEC'),
    );
    const sets = columns.map(setOf);
    const named = columns[sets.findIndex((set) => set?.['substance'] === drug)];
    return (column) => {
      const set = setOf(column);
      const { written } = column;
      if (set?.['metric'] !== 'seizures' || set['substance'] !== undefined) return null;
      if (written === null || !isOne(written)) return null;
      const words = {
        heading: quoted(column.headings[0] ?? ''),
        named: quoted(named?.headings[0] ?? ''),
        drug,
      };
      const kept = withCells(written, (cells) => ({ ...cells, set: { ...set, substance: drug } }));
      return {
        entry: 'finding',
        reason: inFour(
          'de kop noemt geen middel, die van {named} wel',
          'l’en-tête ne nomme pas de drogue, celui de {named} en nomme une',
          'die Überschrift nennt keinen Stoff, die von {named} schon',
          'the heading names no drug, that of {named} does',
          words,
        ),
        ...(!isElsewhere && { written: kept }),
        atMost: thresholds.asked,
        decide: [
          isElsewhere
            ? inFour(
                'Telt {heading} alleen inbeslagnames van het middel van {named}? Zet dan substance: {drug} in zijn `set`; nu zijn het alle inbeslagnames.',
                '{heading} ne compte-t-il que les saisies de la drogue de {named} ? Mettez alors substance: {drug} dans son `set` ; pour l’instant, ce sont toutes les saisies.',
                'Zählt {heading} nur Sicherstellungen des Stoffs von {named}? Dann substance: {drug} in sein `set` schreiben; jetzt sind es alle Sicherstellungen.',
                'Does {heading} count only seizures of the drug of {named}? Then put substance: {drug} into its `set`; now it is all seizures.',
                words,
              )
            : inFour(
                'Telt {heading} alleen inbeslagnames van het middel van {named}? Zo is het geschreven ({drug}); zijn het alle inbeslagnames, haal dan substance uit zijn `set`.',
                '{heading} ne compte-t-il que les saisies de la drogue de {named} ? C’est écrit ainsi ({drug}) ; si ce sont toutes les saisies, retirez substance de son `set`.',
                'Zählt {heading} nur Sicherstellungen des Stoffs von {named}? So ist es geschrieben ({drug}); sind es alle Sicherstellungen, substance aus seinem `set` nehmen.',
                'Does {heading} count only seizures of the drug of {named}? It is written so ({drug}); where it is all seizures, take substance out of its `set`.',
                words,
              ),
        ],
      };
    };
  };

/** What says of a weight, besides, whether its packing is in it. */
const packed =
  /(?<!\p{L})(?:(?:in|ex)[ck]l\p{L}*\.?|mit|met|avec|with|ohne|zonder|sans|without|hors) (?:de |l['’]|the )?(?:verpakking|emballages?|verpackung|packaging|packing)(?!\p{L})/giu;

/** A heading without what it says of packing: those of one weight, net and gross, are the same. */
export function withoutBasis(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/_/gu, ' ')
    .replace(packed, ' ')
    .replace(/(?<!\p{L})(?:netto|nett?e?s?|brutt?o|brute?s?|gross)/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What drugs are found in or carried by; "with packaging" and "found in a container" speak of the drugs. */
const holder =
  /(?<!(?<!\p{L})(?:in|on|op|uit|aus|auf|im|dans|en|from|per|par|pro|je|(?:in|ex)[ck]l\p{L}*|mit|met|avec|with|ohne|zonder|sans|without|hors|et|und|and|plus)[\s.]+(?:(?:de|het|een|den|der|dem|the|a|le|la|une?) )?)(?<!\p{L})(?:containers?|conteneurs?|pallets?|palettes?|paletten|voertuig(?:en)?|vrachtwagens?|véhicules?|camions?|fahrzeuge?s?|lkw|vehicles?|trucks?|lorry|lorries|cargo|vracht|lading|cargaison|chargement|fracht|ladung|verpakking|emballages?|verpackung|packaging|packing)(?:s?gewicht)?(?!\p{L})/iu;

/** Whether a heading of a weight says that it is that of what holds or carries the drugs. */
export function weighsHolder(heading: string): boolean {
  return holder.test(heading.replace(/_/gu, ' '));
}

/** Letters of a remark from which on it is more than a label can be. */
const longRemark = 1_000;

/**
 * Whether single finds are weighed with their packing, as the heading of the weight says ("Poids net (kg)"), or remarks do ("netto", "bruto,
 * inclusief verpakking"); `labelsOf` gives what stands in a column. Of the others it stays unknown.
 */
export function massBasisTold(
  language: Language,
  labelsOf: (at: number) => readonly string[],
): Look {
  return (columns) => {
    if (fedBy(columns).has('massBasis')) return () => null;
    const headed = columns.map((column) => {
      const unit = setOf(column)?.['unit'];
      const weighs = typeof unit === 'string' && isWeight(unit);
      const said = column.headings.join(' ').replace(/_/gu, ' ');
      const holdsUnit = isWeight(unitWithin(said, language)?.unit ?? '');
      return weighs ? massBasisIn(said, holdsUnit ? language : undefined) : null;
    });
    const isHeaded = headed.some((basis) => basis !== null);
    return ({ kind, to, written, headings }, at) => {
      const basis = headed[at] ?? null;
      if (basis !== null && written !== null && isOne(written))
        return {
          entry: 'finding',
          reason: inFour(
            'de kop zegt hoe is gewogen ({basis})',
            'l’en-tête dit comment il a été pesé ({basis})',
            'die Überschrift sagt, wie gewogen wurde ({basis})',
            'the heading says how it was weighed ({basis})',
            { basis },
          ),
          told: true,
          written: withCells(written, (cells) => ({
            ...cells,
            set: { ...setIn(cells), massBasis: basis },
          })),
        };
      if (isHeaded || kind !== 'column' || to !== 'note' || headings.length !== 1) return null;
      const labels = labelsOf(at);
      const said = labels.filter((label) => massBasisIn(label) !== null);
      const [example] = said;
      if (example === undefined || labels.some(({ length }) => length > longRemark)) return null;
      return {
        entry: 'finding',
        reason: inFour(
          '{n} {n:label zegt|labels zeggen} netto of bruto ({example}); van de andere is het onbekend, en het laagste totaal trekt er de verpakking af',
          '{n} {n:libellé dit|libellés disent} net ou brut ({example}) ; pour les autres on ne le sait pas, et le total le plus bas en déduit l’emballage',
          '{n} {n:Bezeichnung sagt|Bezeichnungen sagen} netto oder brutto ({example}); von den anderen ist es unbekannt, und die niedrigste Summe zieht die Verpackung ab',
          '{n} of its labels say net or gross ({example}); of the others it is not known, and the lowest total takes their packing off',
          { n: said.length, example: quoted(example) },
        ),
        told: true,
        written: [
          ...partsOf(written),
          {
            to: 'massBasis',
            rules: [
              { says: 'net', to: 'net' },
              { says: 'gross', to: 'gross' },
            ],
            otherwise: {
              to: 'unknown',
              reason: inFour(
                'zegt niet of het gewicht netto of bruto is',
                'ne dit pas si le poids est net ou brut',
                'sagt nicht, ob das Gewicht netto oder brutto ist',
                'does not say whether the weight is net or gross',
              ),
            },
          },
        ],
      };
    };
  };
}

/** What figures in a unit measure where drugs are seized: finds are counted, what is weighed is an amount; null of any other. */
function seizedIn(unit: string): 'quantity' | 'seizures' | null {
  if (sent.has(unit)) return 'seizures';
  return quantities.has(unit) || drugUnits.has(unit) ? 'quantity' : null;
}

/**
 * What each row measures, where nothing else says it and its unit does: beside figures in kilograms those in finds are numbers of
 * seizures. Asked, since parcels may be what was seized.
 */
export function metricOfUnits(
  language: Language,
  labelsOf: (at: number) => readonly string[],
): Look {
  return (columns) => {
    const isSaid = fedBy(columns).has('metric') || textsSet(columns, 'metric').size > 0;
    return (column, at) => {
      const { kind, to, written } = column;
      if (isSaid || kind !== 'column' || to !== 'unit' || written === null) return null;
      const codes: Record<string, string> = Object.create(null);
      for (const [label, unit] of codesOf(labelsOf(at), column, 'observation', language)) {
        const metric = unit && units.has(unit) ? seizedIn(unit) : null;
        if (metric === null) return null;
        codes[label] = metric;
      }
      const labelsIn = (metric: string): readonly string[] =>
        Object.keys(codes).filter((label) => codes[label] === metric);
      const [amount, count] = [labelsIn('quantity'), labelsIn('seizures')];
      if (amount.length === 0 || count.length === 0) return null;
      const shown = { amount: quotedAll(amount, 3), count: quotedAll(count, 3) };
      return {
        entry: 'finding',
        reason: inFour(
          '{amount} en {count} meten niet hetzelfde',
          '{amount} et {count} ne mesurent pas la même chose',
          '{amount} und {count} messen nicht dasselbe',
          '{amount} and {count} do not measure the same',
          shown,
        ),
        told: true,
        written: [...partsOf(written), { to: 'metric', codes }],
        atMost: thresholds.asked,
        decide: [
          inFour(
            'Zijn de cijfers in {amount} hoeveelheden (quantity) en die in {count} aantallen inbeslagnames (seizures)? Niets anders zegt wat een rij meet.',
            'Les chiffres en {amount} sont-ils des quantités (quantity), et ceux en {count} des nombres de saisies (seizures) ? Rien d’autre ne dit ce que mesure une ligne.',
            'Sind die Zahlen in {amount} Mengen (quantity) und die in {count} Anzahlen von Sicherstellungen (seizures)? Sonst sagt nichts, was eine Zeile misst.',
            'Are the figures in {amount} amounts (quantity), and those in {count} numbers of seizures (seizures)? Nothing else says what a row measures.',
            shown,
          ),
        ],
      };
    };
  };
}

/** A field of figures with its article, by the gender of what it names. */
function theField(field: string): Text {
  const isLevel = field === 'level';
  const elided = /^[aeiou]/u.test(field);
  return inFour(
    isLevel ? 'het {field}' : 'de {field}',
    isLevel ? 'le {field}' : elided ? 'l’{field}' : 'la {field}',
    isLevel ? 'das {field}' : 'die {field}',
    'the {field}',
    { field },
  );
}

/**
 * Constants that some value columns set and others lack. What is read from each edition's title, and the basis of what is seized,
 * stays a constant: a figure's own `set` wins over it.
 */
export function partlySet(
  columns: readonly ColumnGuess[],
  constants: Readonly<Record<string, ConstantGuess>>,
): readonly string[] {
  const sets = columns.map(setOf).filter((set) => set !== null);
  return Object.keys(constants).filter(
    (field) =>
      field !== 'basis' &&
      sets.some((set) => Object.hasOwn(set, field)) &&
      ownValue(constants, field)?.written === undefined,
  );
}

/**
 * Constants moved into the `set` of the value columns that lack them: as constants they would fill the field twice for
 * the others. What has no value is left to a question on the column.
 */
export function intoSets(
  partial: readonly string[],
  constants: Readonly<Record<string, ConstantGuess>>,
): Look {
  const lackingIn = (column: ColumnGuess): readonly string[] => {
    const set = setOf(column);
    const { written: own } = column;
    if (set === null || own === null || !isOne(own)) return [];
    // A figure that stands with its unit says it by itself.
    const ownUnits =
      cellsOf(own)['as'] === 'quantity' && column.samples.every((cell) => /\p{L}/u.test(cell));
    return partial.filter((field) => !Object.hasOwn(set, field) && !(field === 'unit' && ownUnits));
  };
  const unnamed = (column: ColumnGuess): boolean =>
    unitNamed(column.headings[0] ?? '') === null || !lackingIn(column).includes('unit');
  return (all) => (column) => {
    const set = setOf(column);
    const { written: own } = column;
    const lacking = lackingIn(column);
    if (lacking.length === 0 || own === null || !isOne(own)) return null;
    // The drug that title, sheet or file name say is the one that headings name, too: the file says it twice.
    const drug = ownValue(constants, 'substance')?.value;
    if (
      lacking.join() === 'substance' &&
      drug !== undefined &&
      drug === onlyDrug(all) &&
      ofDrug.has(set?.['metric'])
    )
      return {
        entry: 'finding',
        reason: inFour(
          'het bestand en andere koppen noemen één middel ({drug})',
          'le fichier et d’autres en-têtes ne nomment qu’une drogue ({drug})',
          'die Datei und andere Überschriften nennen einen Stoff ({drug})',
          'the file and other headings name one drug ({drug})',
          { drug },
        ),
        told: true,
        written: withCells(own, (cells) => ({ ...cells, set: { ...set, substance: drug } })),
      };
    const fields = listedTexts(lacking.map(theField));
    const named = lacking.includes('unit') ? unitNamed(column.headings[0] ?? '') : null;
    const unit = named?.unit ?? null;
    // What is asked of one is asked of all that lack the same.
    const same =
      unit === null
        ? all.filter((other) => lackingIn(other).join() === lacking.join() && unnamed(other))
        : lacking.length > 1
          ? [column]
          : [];
    const added = Object.fromEntries(
      lacking.flatMap((field) => {
        if (field === 'unit' && named) return [['unit', unit ?? 'piece']];
        const constant = ownValue(constants, field)?.value;
        return constant ? [[field, constant]] : [];
      }),
    );
    const more = Object.keys(added).length > 0 ? { set: { ...set, ...added } } : {};
    return {
      entry: 'finding',
      reason: inFour(
        'andere cijfers zetten zelf {fields}',
        'd’autres chiffres fixent eux-mêmes {fields}',
        'andere Zahlen setzen selbst {fields}',
        'other figures set {fields} by themselves',
        { fields },
      ),
      written: withCells(own, (cells) => ({ ...cells, ...more })),
      atMost: thresholds.asked,
      decide:
        named && unit === null
          ? [
              inFour(
                '{word} in de kop noemt geen bekende eenheid: waarin zijn deze cijfers geteld? Tot het is beantwoord, staat er "piece".',
                '{word} dans l’en-tête ne nomme aucune unité connue : en quoi comptent ces chiffres ? « piece » en tient lieu en attendant.',
                '{word} in der Überschrift nennt keine bekannte Einheit: worin sind diese Zahlen gezählt? Bis zur Antwort steht „piece“ da.',
                '{word} in the heading names no unit that is known: what are these figures counted in? "piece" stands in until it is answered.',
                { word: quoted(named.word) },
              ),
            ]
          : same[0] === column
            ? [
                inFour(
                  same.length > 1
                    ? '{headings} noemen {fields} van deze cijfers niet{end}'
                    : 'De kop noemt {fields} van deze cijfers niet{end}',
                  same.length > 1
                    ? '{headings} n’indiquent pas {fields} de ces chiffres{end}'
                    : 'L’en-tête n’indique pas {fields} de ces chiffres{end}',
                  same.length > 1
                    ? '{headings} nennen {fields} dieser Zahlen nicht{end}'
                    : 'Die Überschrift nennt {fields} dieser Zahlen nicht{end}',
                  `${same.length > 1 ? '{headings} do' : 'The heading does'} not say {fields} of these figures{end}`,
                  {
                    headings: quotedAll(
                      same.slice(0, 6).map(({ headings: [heading = ''] }) => heading),
                    ),
                    fields,
                    end:
                      Object.keys(added).length > 0
                        ? inFour(
                            ': is dat {value}?',
                            ' : est-ce {value} ?',
                            ': ist es {value}?',
                            ': is it {value}?',
                            {
                              value: Object.values(added).join(', '),
                            },
                          )
                        : '.',
                  },
                ),
              ]
            : [],
    };
  };
}

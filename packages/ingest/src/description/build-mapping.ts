import { InputError, inFour, ownValue, quoted, type Text } from '@samenbeeld/schema';
import { defaultParser, type Field } from '../fields.ts';
import { weighingRule } from '../weighing.ts';
import type { ColumnRule, Condition, Crosswalk, Mapping, Where } from './description.ts';
import type { WrittenCondition, WrittenIgnore, WrittenMapping, WrittenWhere } from './written.ts';

/** What building needs to know: the record's fields, its crosswalks, the file for errors. */
export interface Building {
  readonly fields: Readonly<Record<string, Field>>;
  readonly crosswalk: (name: string) => Crosswalk;
  readonly file: string;
}

const isList = (written: object): written is readonly string[] => Array.isArray(written);

/** A condition in full. */
export function conditionOf(written: WrittenCondition): Condition {
  if (typeof written === 'string') return { texts: [written] };
  if (isList(written)) return { texts: written };
  const { match = '', not } = written;
  return { match, ...(not !== undefined && { not: conditionOf(not) }) };
}

/** Conditions in full. */
export function whereOf(written: WrittenWhere = {}): Where {
  return Object.fromEntries(
    Object.entries(written).map(([name, condition]) => [name, conditionOf(condition)]),
  );
}

function list(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** Scalars of YAML as the text a cell would hold. */
export function textOf(value: string | number | boolean | null): string {
  return value === null ? '' : String(value);
}

const codeKeys = ['codes', 'crosswalk', 'rules', 'list', 'pattern', 'otherwise'] as const;

/** Formats of days as written. Throws InputError for one that tells no year, or a day without its month: it would make one up. */
function formatsOf(
  written: WrittenMapping['format'],
  where: Text,
  file: string,
): readonly string[] {
  const formats = list(written);
  const wrong = formats.find(
    (format) =>
      format !== 'any' &&
      format !== 'excel' &&
      (!/%[Yy]/u.test(format) || (format.includes('%d') && !/%[mb]/u.test(format))),
  );
  if (wrong === undefined) return formats;
  const names = { where, format: quoted(wrong) };
  throw new InputError(
    /%[Yy]/u.test(wrong)
      ? inFour(
          '{where} heeft het formaat {format}, met een dag en zonder maand',
          '{where} a le format {format}, avec un jour et sans mois',
          '{where} hat das Format {format}, mit einem Tag und ohne Monat',
          '{where} has the format {format}, with a day and no month',
          names,
        )
      : inFour(
          '{where} heeft het formaat {format}, zonder jaar',
          '{where} a le format {format}, sans année',
          '{where} hat das Format {format}, ohne Jahr',
          '{where} has the format {format}, without a year',
          names,
        ),
    {
      place: { file },
      repair: inFour(
        'schrijf het jaar als %Y of %y en de maand als %m of %b (%d-%m-%Y, %m.%Y, %Y)',
        'écrivez l’année %Y ou %y et le mois %m ou %b (%d-%m-%Y, %m.%Y, %Y)',
        'das Jahr als %Y oder %y und den Monat als %m oder %b schreiben (%d-%m-%Y, %m.%Y, %Y)',
        'write the year as %Y or %y and the month as %m or %b (%d-%m-%Y, %m.%Y, %Y)',
      ),
    },
  );
}

/** A mapping in full, defaults filled in. Throws InputError for a field the record does not have, and for a format of days that tells no year. */
export function mappingOf(written: WrittenMapping, where: Text, building: Building): Mapping {
  const to = written.to === 'quantity' ? 'value' : written.to;
  const field = ownValue(building.fields, to);
  if (!field)
    throw new InputError(
      inFour(
        '{where} gaat naar {to}, dat het record niet heeft',
        '{where} va vers {to}, que l’enregistrement n’a pas',
        '{where} geht nach {to}, das der Datensatz nicht hat',
        '{where} is mapped to {to}, which the record does not have',
        { where, to: quoted(written.to) },
      ),
      {
        place: { file: building.file },
        repair: inFour(
          'laat het naar een van deze gaan: {list}',
          'faites-le aller vers l’un de : {list}',
          'eines von diesen zuordnen: {list}',
          'map it to one of {list}',
          { list: Object.keys(building.fields).join(', ') },
        ),
      },
    );
  const coded = codeKeys.some((key) => written[key] !== undefined);
  return {
    to,
    as: written.as ?? (coded ? 'code' : defaultParser(field)),
    decimalChar: (written.decimalChar as '.' | ',' | undefined) ?? null,
    groupChar: written.groupChar ?? null,
    times: written.times ?? 1,
    formats: formatsOf(written.format, where, building.file),
    century: written.century ?? 2000,
    trueValues: written.trueValues ?? ['true', '1'],
    falseValues: written.falseValues ?? ['false', '0'],
    codes: written.codes ?? {},
    crosswalk: written.crosswalk === undefined ? null : building.crosswalk(written.crosswalk),
    rules: (written.rules ?? []).map(({ not, says, ...rule }) => ({
      ...rule,
      ...(not !== undefined && { not: conditionOf(not) }),
      ...(says !== undefined && weighingRule(says)),
    })),
    list: written.list ?? null,
    pattern: written.pattern ?? null,
    otherwise: written.otherwise ?? null,
    accept: written.accept ?? ['exact'],
    split: written.split ?? null,
    pad: written.pad ?? null,
    blank: written.blank === undefined || written.blank === null ? null : String(written.blank),
    required: written.required ?? written.fill !== undefined,
    screen: written.screen ?? true,
    flags: written.flags ?? {},
    set: Object.fromEntries(
      Object.entries(written.set ?? {}).map(([name, value]) => [name, textOf(value)]),
    ),
  };
}

/** Filling is a matter of the column, whichever of its mappings says it. */
function fillOf(mappings: readonly WrittenMapping[]): ColumnRule['fill'] {
  const fills = mappings.flatMap(({ fill }) => fill ?? []);
  if (fills.length === 0) return null;
  return { across: fills.flatMap((fill) => (fill === 'down' ? [] : fill.across)) };
}

/** A column as the errors of a description call it. */
export function columnWords(header: string): Text {
  return inFour('kolom {header}', 'la colonne {header}', 'Spalte {header}', 'column {header}', {
    header: quoted(header),
  });
}

/** What becomes of one heading, in full. */
export function columnOf(
  header: string,
  written: WrittenIgnore | WrittenMapping | readonly WrittenMapping[],
  building: Building,
): ColumnRule {
  const parts = Array.isArray(written) ? (written as readonly WrittenMapping[]) : null;
  const single = written as WrittenIgnore | WrittenMapping;
  const first = parts?.[0] ?? single;
  const ignored = 'ignore' in first ? first : null;
  const mappings = ignored ? [] : (parts ?? [single as WrittenMapping]);
  return {
    header,
    headers: [header, ...(first.also ?? [])],
    optional: first.optional ?? false,
    ignore: ignored?.ignore ?? null,
    fill: fillOf(mappings),
    screen: ignored ? (ignored.screen ?? true) : mappings.some(({ screen }) => screen !== false),
    mappings: mappings.map((mapping) => mappingOf(mapping, columnWords(header), building)),
  };
}

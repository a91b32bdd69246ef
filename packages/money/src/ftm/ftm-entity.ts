import { isDay, ownValue, type Shape, shape } from '@samenbeeld/schema';
import { ftmCountries } from './ftm-countries.ts';
import { type FtmSchema, type FtmType, ftmSchemata } from './schemata.ts';

/** An entity as FollowTheMoney writes it: every property is a list of texts. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

const date = /^(\d{4})(-\d{2})?(-\d{2})?(T\d{2}:\d{2}(:\d{2})?)?$/;

function isDate(text: string): boolean {
  const [, year, month = '-01', day = '-01', time] = date.exec(text) ?? [];
  return (
    year !== undefined && (time === undefined || text.length > 10) && isDay(year + month + day)
  );
}

/** Whether a text can be a value of a type. */
const fits: Readonly<Record<string, (text: string) => boolean>> = {
  country: (text) => ftmCountries.has(text),
  date: isDate,
  number: (text) => /^-?\d+(\.\d+)?$/.test(text),
};

/** Whether a text can be a value of a property of that type. */
export function fitsType(text: string, type: FtmType): boolean {
  return text.trim() !== '' && (fits[type]?.(text) ?? true);
}

/**
 * What is wrong with entities: unknown schemata and properties, values that do not fit their type, missing properties, references
 * to nothing or to the wrong kind. Empty where they fit the part of the model that is used here.
 */
export function ftmProblems(entities: readonly FtmEntity[]): readonly string[] {
  const schemaOf = new Map(entities.map(({ id, schema }) => [id, schema]));
  return entities.flatMap((entity) => {
    const schema = ownValue(ftmSchemata, entity.schema);
    return schema
      ? problemsOf(entity, schema, schemaOf).map(
          (problem) => `${entity.id} (${entity.schema}): ${problem}`,
        )
      : [`${entity.id}: unknown schema ${entity.schema}`];
  });
}

function problemsOf(
  { properties }: FtmEntity,
  schema: FtmSchema,
  schemaOf: ReadonlyMap<string, string>,
): readonly string[] {
  const missing = schema.required
    .filter((name) => (ownValue(properties, name) ?? []).length === 0)
    .map((name) => `no ${name}`);
  const wrong = Object.entries(properties).flatMap(([name, values]) => {
    const property = ownValue(schema.properties, name);
    if (!property) return [`unknown property ${name}`];
    return values.flatMap((text) => {
      if (text.trim() === '') return [`${name} is empty`];
      if (property.type !== 'entity')
        return fitsType(text, property.type) ? [] : [`${name} "${text}" is no ${property.type}`];
      const target = schemaOf.get(text);
      if (target === undefined) return [`${name} leads to nothing`];
      return ownValue(ftmSchemata, target)?.isA.includes(property.range ?? '')
        ? []
        : [`${name} must lead to ${property.range}, not to ${target}`];
    });
  });
  return [...missing, ...wrong];
}

export const ftmEntityShape: Shape = shape.record<FtmEntity>({
  id: shape.text,
  schema: shape.text,
  properties: shape.options,
});

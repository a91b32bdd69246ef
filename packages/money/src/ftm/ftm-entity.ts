import { inFour, isDay, ownValue, type Shape, shape, type Text } from '@samenbeeld/schema';
import { type FtmSchema, type FtmType, ftmSchemata } from './schemata.ts';

/** Country codes of the FollowTheMoney model 3.8.4 (OCCRP, MIT), former and disputed ones too; a test holds them against it. */
const ftmCountries: ReadonlySet<string> = new Set(
  `
ac ad ae af ag ai al am ao aq ar as at au aw ax az az-nk ba bb bd be bf bg bh bi bj bl bm bn
bo bq br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn cn-xz co cp cq cr cshh csxx cu cv
cw cx cy cy-trnc cz dd de dg dj dk dm do dz ec ee eg eh er es et eu fi fj fk fm fo fr ga gb
gb-nir gb-sct gb-wls gd ge ge-ab gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht
hu ic id ie il im in io iq iq-kr ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb
lc li lk lr ls lt lu lv ly ma mc md md-pmr me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw
mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pk-km pl pm pn pr ps pt pw
py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so so-som sr ss st suhh sv sx sy
sz ta tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ua-cri ua-dpr ua-lpr ug um un us uy
uz va vc ve vg vi vn vu wf ws x-so xk ye yt yucs za zm zr zw zz
`
    .trim()
    .split(/\s+/),
);

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
export function ftmProblems(entities: readonly FtmEntity[]): readonly Text[] {
  const schemaOf = new Map(entities.map(({ id, schema }) => [id, schema]));
  return entities.flatMap((entity) => {
    const schema = ownValue(ftmSchemata, entity.schema);
    return schema
      ? problemsOf(entity, schema, schemaOf).map((problem) =>
          inFour(
            '{id} ({schema}): {problem}',
            '{id} ({schema}) : {problem}',
            '{id} ({schema}): {problem}',
            '{id} ({schema}): {problem}',
            { id: entity.id, schema: entity.schema, problem },
          ),
        )
      : [
          inFour(
            '{id}: onbekend schema {schema}',
            '{id} : schéma inconnu {schema}',
            '{id}: unbekanntes Schema {schema}',
            '{id}: unknown schema {schema}',
            { id: entity.id, schema: entity.schema },
          ),
        ];
  });
}

function problemsOf(
  { properties }: FtmEntity,
  schema: FtmSchema,
  schemaOf: ReadonlyMap<string, string>,
): readonly Text[] {
  const missing = schema.required
    .filter((name) => (ownValue(properties, name) ?? []).length === 0)
    .map((name) => inFour('geen {name}', 'pas de {name}', 'kein {name}', 'no {name}', { name }));
  const wrong = Object.entries(properties).flatMap(([name, values]) => {
    const property = ownValue(schema.properties, name);
    if (!property)
      return [
        inFour(
          'onbekende eigenschap {name}',
          'propriété inconnue {name}',
          'unbekannte Eigenschaft {name}',
          'unknown property {name}',
          { name },
        ),
      ];
    return values.flatMap((text) => {
      if (text.trim() === '')
        return [
          inFour('{name} is leeg', '{name} est vide', '{name} ist leer', '{name} is empty', {
            name,
          }),
        ];
      if (property.type !== 'entity')
        return fitsType(text, property.type)
          ? []
          : [
              inFour(
                '{name} "{text}" is geen {type}',
                '{name} « {text} » n’est pas un {type}',
                '{name} „{text}“ ist kein {type}',
                '{name} "{text}" is no {type}',
                { name, text, type: property.type },
              ),
            ];
      const target = schemaOf.get(text);
      if (target === undefined)
        return [
          inFour(
            '{name} leidt nergens heen',
            '{name} ne mène à rien',
            '{name} führt nirgendwohin',
            '{name} leads to nothing',
            { name },
          ),
        ];
      return ownValue(ftmSchemata, target)?.isA.includes(property.range ?? '')
        ? []
        : [
            inFour(
              '{name} leidt naar {range}, niet naar {target}',
              '{name} mène à {range}, et non à {target}',
              '{name} führt zu {range}, nicht zu {target}',
              '{name} must lead to {range}, not to {target}',
              { name, range: property.range ?? '', target },
            ),
          ];
    });
  });
  return [...missing, ...wrong];
}

export const ftmEntityShape: Shape = shape.record<FtmEntity>({
  id: shape.text,
  schema: shape.text,
  properties: shape.options,
});

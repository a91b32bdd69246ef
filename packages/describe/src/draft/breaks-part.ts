import { InputError, inEach, inFour, parsePeriod } from '@samenbeeld/schema';
import { alike, shortened } from '../quoted.ts';
import { asks, type DraftPart } from './mark.ts';

/** Words that say of a series that it does not go on as before. */
const breaking =
  /(?<!\p{L})(?:(?:reeks|trend|tijdreeks)breuk|breuk in de (?:tijd)?reeks|(?:niet|beperkt|slecht) (?:meer )?(?:te vergelijken|vergelijkbaar)|vergelijking\p{L}* .{0,60}(?:beperkt|voorzichtig\p{L}*|niet mogelijk)|(?:gewijzigde|andere|nieuwe) (?:definitie|telwijze|telregels|registratie(?:wijze)?)|ruptures? (?:de|dans la) série|rupture statistique|(?:non|pas|plus) comparables?|comparaison .{0,60}(?:limitée|prudence|impossible)|changement (?:de|du|des) (?:définition|comptage|méthode|périmètre|nomenclature|mode)|nouvelle définition|(?:zeit)?reihenbruch|bruch in der (?:zeit)?reihe|(?:nicht|eingeschränkt|nur bedingt|bedingt) (?:mehr )?vergleichbar|vergleich\p{L}* .{0,60}(?:eingeschränkt|nicht möglich)|(?:geänderte|neue) (?:definition|erfassung|zählweise|richtlinien?)|breaks? in (?:the )?(?:time )?series|series breaks?|(?:not|no longer) (?:directly |strictly )?comparable|limited comparability|(?:changed?|new|revised) (?:definition|counting rules?|recording practice))(?!\p{L})/iu;
/** Words of a law that changed, in a line that says so. */
const ofLaw =
  /(?<!\p{L})(?:wet(?:swijziging)?|lois?|loi du|gesetz\p{L}*|\p{L}*legalisierung|legalisering|légalisation|law|act|legalisation|decriminali[sz]ation|dépénalisation)(?!\p{L})/iu;
/** Words before the first day of what comes after, and that day: at most three words that end in a year. */
const starting =
  /(?<!\p{L})(?:sinds|vanaf|met ingang van|per|in|seit(?: dem)?|ab(?: dem)?|zum|im jahr|à partir (?:de|du)|depuis(?: le)?|dès|en|au|since|from|as of|as from|starting)\s+((?:\S+\s+){0,2}?\S*(?:19|20)\d\d)(?![\d-])/giu;

function firstDay(words: string): string | null {
  try {
    return parsePeriod(words).start;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** The day from which a line says that figures are others; null where it names none that can be read, or several. */
function firstDayIn(line: string): string | null {
  const days = new Set([...line.matchAll(starting)].map(([, words = '']) => firstDay(words)));
  const [day = null, ...others] = days;
  return others.length > 0 ? null : day;
}

/**
 * Breaks that a line around the table tells of ("(1) À partir de 2022, changement de définition (rupture de série)"): each stands in the
 * draft so that no trend goes over it, and is asked, since how much changed a person must say. None where no day is named, or several.
 */
export function breaksPart(lines: readonly string[]): DraftPart {
  const told = lines.flatMap((line) => {
    const on = breaking.test(line) ? firstDayIn(line) : null;
    return on === null ? [] : [{ on, line }];
  });
  const [first] = told;
  if (!first) return { written: {}, marks: [] };
  return {
    written: {
      breaks: told.map(({ on, line }) => ({
        on,
        kind: ofLaw.test(line) ? 'legal' : 'definition',
        severity: 'block_trend',
        note: inEach(() => line),
      })),
    },
    marks: [
      asks(
        ['breaks'],
        inFour(
          'breuk in de reeks',
          'rupture de série',
          'Bruch in der Reihe',
          'break in the series',
        ),
        inFour(
          'een regel bij de tabel zegt {line}: zijn de cijfers ervoor en erna niet te vergelijken? Dan gaat er geen trend over; valt het mee, schrijf dan severity: info, of noem met series welke cijfers het betreft',
          'une ligne près du tableau dit {line} : les chiffres d’avant et d’après ne sont-ils pas comparables ? Aucune tendance ne les enjambe alors ; si l’effet est faible, écrivez severity: info, ou dites avec series quels chiffres sont touchés',
          'eine Zeile bei der Tabelle sagt {line}: Sind die Zahlen davor und danach nicht vergleichbar? Dann geht kein Trend darüber; ist die Wirkung gering, severity: info schreiben, oder mit series nennen, welche Zahlen es betrifft',
          'a line by the table says {line}: are the figures before and after it not comparable? Then no trend goes over it; where the effect is small write severity: info, or name with series which figures it is about',
          { line: shortened(first.line, 120) },
        ),
        { keys: ['breaks'], proposed: alike(told.map(({ on }) => on).join(', ')) },
      ),
    ],
  };
}

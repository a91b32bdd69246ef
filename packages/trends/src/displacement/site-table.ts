import { InputError, inFour, type Shape, shape, wrongUse } from '@samenbeeld/schema';
import { checkCount } from '../check-count.ts';
import {
  checkNames,
  checkRow,
  periodColumns,
  wholePeriods,
} from '../interventions/period-columns.ts';

/** The seizures or kilograms of one site, one value per period; null where missing, zero where nothing was found. */
export interface SiteRow {
  readonly site: string;
  readonly values: readonly (number | null)[];
}

/** A network of sites over the same periods. */
export interface SiteNetwork {
  /** "seizure" or another unit of events; "kg" and the like are described only. */
  readonly unit: string;
  /** "2021", "2022", …, increasing, of one frequency. */
  readonly periods: readonly string[];
  readonly sites: readonly SiteRow[];
  /** The first period after; may be left out where there are two. */
  readonly from?: string;
}

/** A network without gaps. */
export interface SiteTable {
  readonly names: readonly string[];
  readonly periods: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly before: number;
  readonly from: string;
  readonly dropped: readonly string[];
}

/** Checks a network and leaves out the periods in which a site has no value. */
export function siteTable(network: SiteNetwork, counted: boolean): SiteTable {
  const { sites, periods } = network;
  const names = sites.map(({ site }) => site);
  checkNames(names);
  if (sites.length < 2)
    throw wrongUse(
      'een netwerk vraagt ten minste twee plaatsen, niet {nSites}',
      'un réseau demande au moins deux sites, et non {nSites}',
      'ein Netz braucht mindestens zwei Orte, nicht {nSites}',
      'a network needs at least two sites, got {nSites}',
      { nSites: String(sites.length) },
    );
  const start = network.from ?? (periods.length === 2 ? periods[1] : undefined);
  if (start === undefined)
    throw wrongUse(
      '`from` noemt de eerste periode erna, want er zijn {nPeriods} perioden',
      '`from` nomme la première période d’après, car il y a {nPeriods} périodes',
      '`from` nennt den ersten Zeitraum danach, denn es gibt {nPeriods} Zeiträume',
      '`from` must name the first period after, since there are {nPeriods} periods',
      { nPeriods: String(periods.length) },
    );
  const columns = periodColumns(periods, start);
  for (const { site, values } of sites) {
    checkRow(site, values, periods);
    for (const [t, value] of values.entries()) {
      if (value !== null && counted)
        checkCount(
          inFour(
            '{site} in {period}',
            '{site} en {period}',
            '{site} in {period}',
            '{site} in {period}',
            { site, period: periods[t] ?? '' },
          ),
          value,
        );
      if (value !== null && value < 0)
        throw new InputError(
          inFour(
            'verwacht: nul of meer voor {site} in {b}; gevonden: {value}',
            'attendu : zéro ou plus pour {site} en {b} ; trouvé : {value}',
            'erwartet: null oder mehr für {site} in {b}; gefunden: {value}',
            'expected zero or more for {site} in {b}, found {value}',
            { site, b: String(periods[t]), value: String(value) },
          ),
          inFour(
            'gebruik null waar een hoeveelheid niet bekend is',
            'mettez null là où une quantité est inconnue',
            'null verwenden, wo eine Menge nicht bekannt ist',
            'use null where a quantity is not known',
          ),
        );
    }
  }
  const { whole, kept, before } = wholePeriods(columns, sites, start);
  return {
    names,
    periods: kept.map(({ code }) => code),
    rows: sites.map(({ values }) => values.filter((_, t) => whole[t]) as number[]),
    before,
    from: start,
    dropped: columns.filter((_, t) => !whole[t]).map(({ code }) => code),
  };
}

/** The sums of each row before and after. */
export function phaseSums({ rows, before }: Pick<SiteTable, 'rows' | 'before'>): {
  readonly early: readonly number[];
  readonly late: readonly number[];
} {
  const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  return {
    early: rows.map((row) => add(row.slice(0, before))),
    late: rows.map((row) => add(row.slice(before))),
  };
}

export const networkShape: Shape = shape.record<SiteNetwork>({
  unit: shape.text,
  periods: shape.list(shape.text),
  sites: shape.list(shape.record<SiteRow>({ site: shape.text, values: shape.series })),
});

/** Europol handling codes: H0 prevent and combat crime only, H1 not in court, H2 not passed on, H3 as `h3Text` says. */
export type HandlingCode = 'H0' | 'H1' | 'H2' | 'H3';

/** Traffic Light Protocol 2.0, from open to closed. */
export type Tlp = 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER+STRICT' | 'RED';

/** From open to closed. */
export const tlpOrder: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];

/** Classification level, independent of TLP; national words are labels of these. */
export type Classification = 'none' | 'restricted' | 'confidential' | 'secret';

/** From open to closed. */
export const classificationOrder: readonly Classification[] = [
  'none',
  'restricted',
  'confidential',
  'secret',
];

/** How something may be handled: separate axes, never derived from each other. */
export interface Handling {
  readonly h: readonly HandlingCode[];
  /** Obligatory where `h` holds H3. */
  readonly h3Text: readonly string[];
  readonly tlp: Tlp;
  readonly classification: Classification;
  /** Purposes the data were given for; empty where none was named. */
  readonly purposes: readonly string[];
  /** Audiences the originators named, and no others; empty means whom the axes allow. */
  readonly audiences: readonly string[];
  /** Who must release it before it may be weakened. */
  readonly originators: readonly string[];
  /** The roles of each originator that may release it; an originator without roles here releases nothing. */
  readonly releasedBy?: Readonly<Record<string, readonly string[]>>;
}

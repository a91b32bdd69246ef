import {
  combineHandling,
  type Finding,
  type Handling,
  type Language,
  officeHandling,
} from '@samenbeeld/schema';
import { clearance } from '@samenbeeld/store';
import type { Marking } from './cell.ts';
import type { Picture } from './opened-picture.ts';

/** A marking with what it says, so that several can be put together. */
export interface HandledMarking extends Marking {
  readonly handling: Handling;
  readonly audience: string;
  readonly synthetic: boolean;
  /** Whether it is of a source description with open questions. */
  readonly draft: boolean;
}

/** How numbers of your own may be handled. */
export interface OwnHandling {
  /** What you state of them, such as `{ tlp: 'CLEAR' }` for published figures; what is not stated stays within the office. */
  readonly handling?: Partial<Handling>;
  /** For whom they are shown; `internal`, your own office. */
  readonly audience?: string;
  /** Whether they are made up; the marking then starts with EXERCISE. */
  readonly synthetic?: boolean;
  /** Whether they rest on something not finished; the marking then says DRAFT. */
  readonly draft?: boolean;
  /** Language of the output; English unless said otherwise. */
  readonly language?: Language;
}

/** The marking of numbers of your own: within the office (TLP:AMBER+STRICT) until a person states otherwise. */
export function ownMarking({
  handling: stated = {},
  audience = 'internal',
  synthetic = false,
  draft = false,
  language = 'en',
}: OwnHandling): HandledMarking {
  const handling: Handling = { ...officeHandling, ...stated };
  const { banner } = clearance(handling, audience, { synthetic, draft });
  return { banner, language, handling, audience, synthetic, draft };
}

/** The marking of a picture. */
export function pictureMarking({ banner, language, metadata }: Picture): HandledMarking {
  const { handling, audience, synthetic, draft = false } = metadata;
  return { banner, language, handling, audience, synthetic, draft };
}

/** Findings about accounts, payments or cases: no picture holds any. */
const neverInPictures: ReadonlySet<string> = new Set([
  'tracing',
  'structuring',
  'bunching',
  'fan_in',
  'fan_out',
  'cycle',
  'round_trip',
  'pass_through',
  'scatter_gather',
  'dormant',
  'benford',
  'recovery_flows',
  'time_to_stage',
]);

/** The marking of a finding said to be made from a picture; one about accounts stays within the office all the same. */
export function findingMarking(picture: Picture, { kind }: Finding): HandledMarking {
  const own = pictureMarking(picture);
  if (!neverInPictures.has(kind)) return own;
  const handling = combineHandling([own.handling, officeHandling]);
  return ownMarking({
    handling,
    synthetic: own.synthetic,
    draft: own.draft,
    language: own.language,
  });
}

/** The strictest of several markings on every axis, in the language of the first. */
export function strictestMarking(markings: readonly HandledMarking[]): HandledMarking {
  const [first] = markings as readonly [HandledMarking];
  if (markings.every(({ banner }) => banner.en === first.banner.en)) return first;
  const audiences = markings.map(({ audience }) => audience);
  const closed = audiences.find((audience) => audience !== 'public') ?? 'public';
  return ownMarking({
    handling: combineHandling(markings.map(({ handling }) => handling)),
    audience: audiences.includes('internal') ? 'internal' : closed,
    synthetic: markings.some(({ synthetic }) => synthetic),
    draft: markings.some(({ draft }) => draft),
    language: first.language,
  });
}

export { type Outcome, outcomeOf } from './attempt.ts';
export { type CraftedFile, crafted } from './crafted.ts';
export { type Damage, damaged } from './damage.ts';
export { hostileNames, type NamedPlace, namedPlaces } from './hostile-names.ts';
export { reportLines } from './report-lines.ts';
export {
  type Failure,
  type HostileOptions,
  type HostileReport,
  runHostile,
  type SoundFile,
} from './run-hostile.ts';
export { soundFiles } from './sound-files.ts';

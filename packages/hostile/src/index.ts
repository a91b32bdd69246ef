export { type CraftedFile, crafted } from './crafted.ts';
export { type Damage, damaged } from './damage.ts';
export { reportLines } from './report-lines.ts';
export {
  type Failure,
  type HostileOptions,
  type HostileReport,
  runHostile,
  type SoundFile,
} from './run-hostile.ts';
export { soundFiles } from './sound-files.ts';

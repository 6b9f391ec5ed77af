export {
  determineVictimStatus,
  PurposeUnknown,
  standingsOf,
  type VictimDetermination,
  type VictimStanding,
  type VictimStatusError,
  type VictimStatusInput,
} from "./determine-victim-status.ts";
export { type Purpose, purposesOf } from "./purposes.ts";
export { Capacity, VICTIM, VICTIM_DEFINITION, VictimGround } from "./victim-ground.ts";

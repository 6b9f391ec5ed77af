import { HARK } from "./hark.ts";
import { E_HITS, HITS } from "./hits.ts";
import type { Instrument } from "./instrument.ts";
import { LAP_2, LAP_V1 } from "./lap.ts";
import { ODARA } from "./odara.ts";
import { PVS } from "./pvs.ts";
import { WAST_SHORT } from "./wast-short.ts";
import { WEB_AGREE_1, WEB_AGREE_6 } from "./web.ts";

/** The public instruments whose scoring was seen in a source. Each can raise concern; none was validated for a dialogue. */
export const INSTRUMENTS: readonly Instrument[] = [
  HITS,
  E_HITS,
  PVS,
  HARK,
  WAST_SHORT,
  WEB_AGREE_6,
  WEB_AGREE_1,
  LAP_V1,
  LAP_2,
  ODARA,
];

import type { LawFiles } from "@victim-rights/rules";
import g01Initiator from "./law/gate/g01-initiator.json" with { type: "json" };
import g02OffenceScope from "./law/gate/g02-offence-scope.json" with { type: "json" };
import g03Age from "./law/gate/g03-age.json" with { type: "json" };
import g04Finality from "./law/gate/g04-finality.json" with { type: "json" };
import g05NoOverlap from "./law/gate/g05-no-overlap.json" with { type: "json" };
import g06CustodyStatus from "./law/gate/g06-custody-status.json" with { type: "json" };
import g07OffenderConsent from "./law/gate/g07-offender-consent.json" with { type: "json" };
import g08VictimConsent from "./law/gate/g08-victim-consent.json" with { type: "json" };
import g09Accountability from "./law/gate/g09-accountability.json" with { type: "json" };
import g10NoActiveOrder from "./law/gate/g10-no-active-order.json" with { type: "json" };
import g10CheckRecent from "./law/gate/g10-check-recent.json" with { type: "json" };
import g10FirstCheck from "./law/gate/g10-first-check.json" with { type: "json" };
import g11Conduct from "./law/gate/g11-conduct.json" with { type: "json" };
import g12NotBlocked from "./law/gate/g12-not-blocked.json" with { type: "json" };
import g12ScreeningOpen from "./law/gate/g12-screening-open.json" with { type: "json" };
import g12FirstScreen from "./law/gate/g12-first-screen.json" with { type: "json" };
import g13Capacity from "./law/gate/g13-capacity.json" with { type: "json" };
import g14Security from "./law/gate/g14-security.json" with { type: "json" };
import g15Facilitator from "./law/gate/g15-facilitator.json" with { type: "json" };
import g16Agreements from "./law/gate/g16-agreements.json" with { type: "json" };
import g17Preparation from "./law/gate/g17-preparation.json" with { type: "json" };
import g18SafetySupport from "./law/gate/g18-safety-support.json" with { type: "json" };
import g19NoBenefit from "./law/gate/g19-no-benefit.json" with { type: "json" };
import g20ProgrammeDecision from "./law/gate/g20-programme-decision.json" with { type: "json" };
import jurisdiction from "./law/jurisdiction.json" with { type: "json" };
import properties from "./law/properties.json" with { type: "json" };

/** The gates' rule files by path. They travel inside the package, so that nothing is read while it runs. */
export const GATE_FILES: LawFiles = new Map(
  Object.entries({
    "jurisdiction.json": jurisdiction,
    "properties.json": properties,
    "gate/g01-initiator.json": g01Initiator,
    "gate/g02-offence-scope.json": g02OffenceScope,
    "gate/g03-age.json": g03Age,
    "gate/g04-finality.json": g04Finality,
    "gate/g05-no-overlap.json": g05NoOverlap,
    "gate/g06-custody-status.json": g06CustodyStatus,
    "gate/g07-offender-consent.json": g07OffenderConsent,
    "gate/g08-victim-consent.json": g08VictimConsent,
    "gate/g09-accountability.json": g09Accountability,
    "gate/g10-no-active-order.json": g10NoActiveOrder,
    "gate/g10-check-recent.json": g10CheckRecent,
    "gate/g10-first-check.json": g10FirstCheck,
    "gate/g11-conduct.json": g11Conduct,
    "gate/g12-not-blocked.json": g12NotBlocked,
    "gate/g12-screening-open.json": g12ScreeningOpen,
    "gate/g12-first-screen.json": g12FirstScreen,
    "gate/g13-capacity.json": g13Capacity,
    "gate/g14-security.json": g14Security,
    "gate/g15-facilitator.json": g15Facilitator,
    "gate/g16-agreements.json": g16Agreements,
    "gate/g17-preparation.json": g17Preparation,
    "gate/g18-safety-support.json": g18SafetySupport,
    "gate/g19-no-benefit.json": g19NoBenefit,
    "gate/g20-programme-decision.json": g20ProgrammeDecision,
  }).map(([path, content]) => [path, JSON.stringify(content)]),
);

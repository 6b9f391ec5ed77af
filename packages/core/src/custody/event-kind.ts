import { z } from "zod";

/**
 * Every event that some encoded state's law makes someone tell a victim about, or that a custody feed reports and no law
 * does. The text beside each name is its meaning; a mapping turns an agency's own codes into these names.
 */
export const EVENT_KINDS = {
  // Custody and classification
  arrest: "The accused was arrested.",
  admission: "The person was received into an institution, or returned to one from supervision.",
  "custody-level-changed": "The security classification or custody level changed.",
  "facility-transfer": "The person was moved or assigned to another facility inside the state.",
  "out-of-state-transfer":
    "The person was moved to another state's or the federal government's custody or supervision.",
  "out-of-state-return": "The person came back from another state or from federal custody.",
  "monitored-person-nearby": "Electronic monitoring found the person within the set distance of a registrant.",
  // Dates set ahead of a release
  "projected-release-date-set": "A projected discharge or release date was computed or changed.",
  "parole-eligibility-date-set": "A parole eligibility date was computed or changed.",
  "release-scheduled": "A release was approved for a day: the release type says of which kind.",
  "community-residence-set": "The community where the person will live after release is known.",
  // Releases
  release: "The person left confinement: the release type says how.",
  "erroneous-release": "The person was let out by mistake.",
  "erroneous-release-return": "A person let out by mistake is back in custody.",
  // Escapes and absconding
  escape: "The person escaped, walked away or did not come back from an authorised absence.",
  recapture: "A person who had escaped is back in custody.",
  absconding: "A person under supervision in the community cannot be found.",
  "supervision-reinstated": "An absconder or suspended person is under supervision again.",
  // Board and releasing authorities
  "risk-assessment-started": "The releasing authority is assessing risk and readiness for release.",
  "parole-application-filed": "An application or review for parole was opened.",
  "parole-hearing-scheduled": "A parole hearing was set, or its date changed.",
  "parole-hearing-held": "The parole hearing took place.",
  "parole-decision": "The releasing authority decided after a hearing.",
  "parole-granted-without-hearing": "Parole was granted on the papers.",
  "parole-revocation-hearing-scheduled": "A hearing to revoke parole or conditional release was set by the board.",
  "probation-revocation-hearing-scheduled": "A hearing to revoke probation was set.",
  "juvenile-revocation-hearing-scheduled": "A juvenile authority set a hearing to revoke supervision.",
  "release-hearing-scheduled": "A court or other authority set a hearing on release other than parole.",
  "commitment-release-hearing-scheduled":
    "A hearing was set on releasing a person committed for mental disease or defect.",
  "release-decision": "A court or other releasing authority other than the parole board decided on release.",
  // Clemency and death
  "clemency-application-filed": "A pardon, commutation or other clemency was asked for.",
  "clemency-hearing-scheduled": "A clemency hearing was set.",
  "clemency-granted": "The governor pardoned, commuted or granted other clemency.",
  "clemency-denied": "Clemency was refused.",
  death: "The person under supervision died.",
  // Supervision in the community
  "supervision-status-changed": "The status of parole or probation supervision changed.",
  "supervision-address-changed": "The supervised person's address changed.",
  "supervision-condition-removed": "A condition of supervision was taken away.",
  "supervision-discharge": "Supervision in the community ended.",
  "protective-order-served": "A protective order the victim asked for was served.",
  "sex-offender-registry-updated": "The person's entry in the sex-offender registry changed.",
  "sex-offender-registry-noncompliance": "The person did not comply with sex-offender registration.",
  // Investigation and court
  "crime-reported": "A crime was reported to law enforcement.",
  "victim-information-request": "A victim asked the investigating agency about the case.",
  "charges-filed": "Charges or an indictment were filed.",
  "charging-declined": "The prosecutor decided not to charge.",
  "case-status-changed": "The status of the investigation or case changed.",
  "bail-hearing-scheduled": "A bail or pretrial-release hearing was set.",
  "court-proceeding-scheduled": "A hearing, trial date or continuance was set.",
  "court-proceeding-cancelled": "A court date will not go ahead.",
  "plea-hearing-scheduled": "A plea hearing was set.",
  "plea-agreement-proposed": "A plea agreement is being considered or offered to the court.",
  "disposition-considered": "Dismissal, diversion or pretrial release is being considered.",
  "presentence-report-ordered": "A presentence investigation was ordered.",
  "sentencing-scheduled": "Sentencing was set.",
  "case-outcome": "The case ended in conviction, acquittal or dismissal.",
  "sentence-imposed": "Sentence was imposed.",
  "sentence-modification-hearing-scheduled":
    "A hearing to reconsider or change a sentence, or to recall and release, was set.",
  "appeal-status-changed": "An appeal or postconviction proceeding was filed, moved or decided.",
  "informant-endorsed": "Someone in the case was endorsed as an informant, or offered benefits.",
  "property-no-longer-needed": "Property held as evidence is no longer needed.",
  "witness-summoned": "A person was summoned to testify.",
  "sexually-violent-predator-step": "A step was taken in a sexually-violent-predator commitment.",
  // Youth and commitment
  "youth-petition-filed": "A petition was filed against a youth.",
  "youth-proceeding-scheduled": "A youth-court proceeding was set.",
  "youth-disposition": "A youth case was disposed of.",
  "youth-release-planned": "A youth's release is being planned.",
  "youth-release": "A youth left detention, shelter care or placement.",
  "committed-defendant-release": "A civilly committed, incompetent defendant is to be released.",
} as const;

/** One of the names in {@link EVENT_KINDS}. */
export type EventKind = keyof typeof EVENT_KINDS;
/** Checks an event kind. */
export const EventKind = z.enum(Object.keys(EVENT_KINDS) as [EventKind, ...EventKind[]]);

/** How a person leaves confinement: the closed list that the states' rows and status codes need. */
export const RELEASE_TYPES = {
  bond: "Released on bond or bail.",
  "pretrial-other": "Released before trial other than on bond.",
  "end-of-sentence": "Sentence served or expired.",
  parole: "Released on parole.",
  "conditional-release": "Released on a conditional-release date set by law.",
  medical: "Medical or geriatric release or parole.",
  probation: "Released to probation.",
  "court-order": "Released by order of a court.",
  "pardon-or-commutation": "Released by clemency.",
  furlough: "Furlough, pass or temporary leave.",
  "family-emergency-leave": "Leave for sickness or death in the family.",
  "work-release": "Work release.",
  "trial-release": "Trial release.",
  "electronic-monitoring": "Electronic monitoring in the community.",
  "community-facility": "Halfway house, residential facility or community correctional facility or programme.",
  "supervision-in-field": "Release to supervision in the field, other than parole or probation by name.",
  detainer: "Handed to another custodian on a detainer.",
  "lifetime-supervision": "Released to lifetime supervision.",
  "commitment-hearing": "Released to a civil-commitment hearing.",
  other: "Any other release.",
} as const;

/** One of the names in {@link RELEASE_TYPES}. */
export type ReleaseType = keyof typeof RELEASE_TYPES;
/** Checks a release type. */
export const ReleaseType = z.enum(Object.keys(RELEASE_TYPES) as [ReleaseType, ...ReleaseType[]]);

import type { EventKind } from "@victim-rights/core";

/**
 * What happened, one plain message per event kind, in ICU MessageFormat. The one argument is `person`: a fixed phrase, never a name.
 * No sentence tells of the crime, of a health condition, of an address or of anybody else.
 */
export const EVENT_SENTENCES_EN: Readonly<Record<EventKind, string>> = {
  arrest: "{person} was arrested.",
  admission: "{person} has entered an institution or gone back to one.",
  "custody-level-changed": "The custody level of {person} has changed.",
  "facility-transfer": "{person} was moved to another facility in the state.",
  "out-of-state-transfer":
    "{person} was moved to the custody or supervision of another state or the federal government.",
  "out-of-state-return": "{person} has come back from another state or from federal custody.",
  "monitored-person-nearby": "Electronic monitoring shows that {person} may be near you.",
  "projected-release-date-set":
    "The projected release date of {person} was set or has changed. This date can change again.",
  "parole-eligibility-date-set":
    "The date when {person} can be considered for parole was set or has changed. It does not mean that parole will be granted.",
  "release-scheduled": "A release has been approved for {person}.",
  "community-residence-set": "The community where {person} plans to live after release is known.",
  release: "{person} has left confinement.",
  "erroneous-release": "{person} was let out by mistake.",
  "erroneous-release-return": "{person} had been let out by mistake and is back in custody.",
  escape: "{person} has escaped or did not come back when expected.",
  recapture: "{person} is back in custody after an escape.",
  absconding: "{person} was under supervision in the community and cannot be found now.",
  "supervision-reinstated": "{person} is under supervision again.",
  "risk-assessment-started": "The authority is looking at whether {person} is ready for release.",
  "parole-application-filed": "A request or review for parole has been opened for {person}.",
  "parole-hearing-scheduled":
    "A parole hearing has been set for {person}, or its date has changed. A hearing does not mean that release is decided.",
  "parole-hearing-held": "The parole hearing of {person} took place.",
  "parole-decision": "There is a decision after the parole hearing of {person}.",
  "parole-granted-without-hearing": "Parole was granted to {person} without a hearing.",
  "parole-revocation-hearing-scheduled":
    "A hearing has been set to decide whether to revoke the parole or conditional release of {person}.",
  "probation-revocation-hearing-scheduled":
    "A hearing has been set to decide whether to revoke the probation of {person}.",
  "juvenile-revocation-hearing-scheduled":
    "A hearing has been set to decide whether to revoke the supervision of {person}.",
  "release-hearing-scheduled": "A hearing has been set on whether {person} may be released.",
  "commitment-release-hearing-scheduled":
    "A hearing has been set on whether {person} may leave the place where they are held.",
  "release-decision": "There is a decision about the release of {person}.",
  "clemency-application-filed": "Someone has asked for clemency for {person}, such as a pardon or a shorter sentence.",
  "clemency-hearing-scheduled":
    "A clemency hearing has been set for {person}. Clemency can mean a pardon or a shorter sentence.",
  "clemency-granted": "Clemency was granted to {person}, such as a pardon or a shorter sentence.",
  "clemency-denied": "The request for clemency for {person} was refused.",
  death: "{person} has died.",
  "supervision-status-changed": "The parole or probation supervision of {person} has changed.",
  "supervision-address-changed": "The address of {person} has changed.",
  "supervision-condition-removed": "A condition of the supervision of {person} was removed.",
  "supervision-discharge": "The supervision of {person} in the community has ended.",
  "protective-order-served": "The protective order you asked for was delivered to {person}.",
  "sex-offender-registry-updated": "A public registry entry about {person} has changed.",
  "sex-offender-registry-noncompliance": "{person} has not followed the rules of a public registry.",
  "crime-reported": "A report was made to law enforcement. You have rights, and you can get help.",
  "victim-information-request": "You asked for information about the case. This is our answer.",
  "charges-filed": "Charges were filed against {person}.",
  "charging-declined": "The prosecutor has decided not to file charges. You can call us to ask about this decision.",
  "case-status-changed": "The status of the case has changed.",
  "bail-hearing-scheduled": "A hearing has been set on whether {person} may be released before trial.",
  "court-proceeding-scheduled": "A court date in the case was set or has changed.",
  "court-proceeding-cancelled": "A court date in the case will not go ahead.",
  "plea-hearing-scheduled": "A plea hearing has been set in the case.",
  "plea-agreement-proposed": "A plea agreement is being considered in the case.",
  "disposition-considered": "Another way to end or pause the case, or a release before trial, is being considered.",
  "presentence-report-ordered": "The court has asked for a report before sentencing.",
  "sentencing-scheduled": "A sentencing hearing has been set in the case.",
  "case-outcome": "There is an outcome in the case.",
  "sentence-imposed": "The court has given its sentence in the case.",
  "sentence-modification-hearing-scheduled": "A hearing has been set on whether to change the sentence of {person}.",
  "appeal-status-changed": "There is a change in an appeal or another later step of the case.",
  "informant-endorsed": "Someone in the case was named as an informant or was offered benefits.",
  "property-no-longer-needed": "Your property is no longer needed as evidence.",
  "witness-summoned": "The court asks you to come and testify.",
  "sexually-violent-predator-step": "A step was taken in a civil case about the confinement of {person}.",
  "youth-petition-filed": "A petition was filed in a youth court.",
  "youth-proceeding-scheduled": "A youth-court date has been set.",
  "youth-disposition": "The youth court has made its decision in the case.",
  "youth-release-planned": "The release of {person} is being planned.",
  "youth-release": "{person} has left detention or placement.",
  "committed-defendant-release": "{person} is to leave the place where they are held.",
};

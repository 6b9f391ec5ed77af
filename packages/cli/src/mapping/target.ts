import {
  ChargeStage,
  Custodian,
  CustodyPhase,
  EventKind,
  HarmDirectness,
  Language,
  OffenseClass,
  OffenseCompletion,
  PersonKind,
  Relation,
  ReleaseType,
} from "@victim-rights/core";
import type { FactDefinition } from "@victim-rights/rules";

/** What kind of value a field of ours takes. */
export type Target =
  | { readonly type: "id" }
  | { readonly type: "text" }
  | { readonly type: "boolean" }
  | { readonly type: "date" }
  | { readonly type: "integer"; readonly min: number; readonly max: number }
  | { readonly type: "enum"; readonly values: readonly string[] };

const id: Target = { type: "id" };
const text: Target = { type: "text" };
const boolean: Target = { type: "boolean" };
const date: Target = { type: "date" };
const oneOf = (values: readonly string[]): Target => ({ type: "enum", values });

export const EVENT_TARGETS = {
  supervisedPersonId: id,
  kind: oneOf(EventKind.options),
  releaseType: oneOf(ReleaseType.options),
  custodian: oneOf(Custodian.options),
  phase: oneOf(CustodyPhase.options),
  caseNumber: id,
} as const satisfies Readonly<Record<string, Target>>;

export const OFFENSE_TARGETS = {
  supervisedPersonId: id,
  caseNumber: id,
  class: oneOf(OffenseClass.options),
  completion: oneOf(OffenseCompletion.options),
  stage: oneOf(ChargeStage.options),
  offenseDate: date,
} as const satisfies Readonly<Record<string, Target>>;

export const REGISTRATION_TARGETS = {
  "person.id": id,
  "person.kind": oneOf(PersonKind.options),
  "person.name": text,
  "person.birthDate": date,
  "person.language": oneOf(Language.options),
  supervisedPersonId: id,
  caseNumber: id,
  relation: oneOf(Relation.options),
  "directVictim.birthDate": date,
  "directVictim.minor": boolean,
  "directVictim.incompetent": boolean,
  "directVictim.incapacitated": boolean,
  "directVictim.deceased": boolean,
  "directVictim.homicideVictim": boolean,
  "harm.directness": oneOf(HarmDirectness.options),
  "harm.bodilyInjury": boolean,
  "harm.threatOfBodilyInjury": boolean,
  "harm.emotional": boolean,
  "harm.financial": boolean,
  "harm.propertyLoss": boolean,
  "harm.death": boolean,
  wishesAnonymity: boolean,
} as const satisfies Readonly<Record<string, Target>>;

/** The kind of value a fact of the vocabulary takes. */
export const targetOfFact = (definition: FactDefinition): Target => {
  switch (definition.type) {
    case "boolean":
      return boolean;
    case "date":
      return date;
    case "integer":
      return { type: "integer", min: definition.min, max: definition.max };
    case "enum":
      return oneOf(definition.values);
  }
};

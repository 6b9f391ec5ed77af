/** What nobody has asked of a direct victim. */
export const UNKNOWN_VICTIM = {
  birthDate: null,
  minor: null,
  incompetent: null,
  incapacitated: null,
  deceased: null,
  homicideVictim: null,
};

/** What nobody has asked of the harm. */
export const UNKNOWN_HARM = {
  directness: null,
  bodilyInjury: null,
  threatOfBodilyInjury: null,
  emotional: null,
  financial: null,
  propertyLoss: null,
  death: null,
};

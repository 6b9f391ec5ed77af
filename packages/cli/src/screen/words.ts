/** What every output of a screen says beside the library's own label, whatever its form. */
export const EXPERIMENTAL =
  "Experimental: no expert on domestic and sexual violence has reviewed this screening. Do not use it with people yet.";

/** What comes before any question, and can be asked for at each. */
export const DANGER_FIRST = [
  "If you or anybody else is in danger now, call 911 or the nearest law enforcement office first. This can wait.",
  "If you think of ending your life, tell the person beside you, or call a crisis line, at any hour. It counts against nobody.",
] as const;

/** What can be typed at every question. */
export const HELP = [
  "not sure   you do not know, or cannot say",
  "decline    you would rather not answer; nobody asks why",
  "skip       pass over the question (so does an empty line)",
  "back       go back and change the answer before",
  "finish     no more questions; what you have said is kept",
  "danger     what to do if there is danger now",
  "quit       leave at once; nothing is kept, and the screen is cleared",
] as const;

/** Said before the first question. */
export const GREETING = [
  "These are questions about safety. They are asked of you alone, and at your own pace.",
  "You may skip or decline every question, stop at any time, and come back another day; nobody asks why, and it is never held against you. A dialogue with the other person cannot begin until the questions are answered, and whether to go on with any of it is yours to decide.",
  "The answers are for your advocate and the programme's safety review. The programme does not tell the other person what you said, or that you were asked. Your advocate can tell you who else might see it, such as a court.",
] as const;

/** The first thing that is asked (INV-12). */
export const ASKS_PRIVACY =
  "Are you alone, or with your advocate and nobody else, in a private place where nobody can hear you, see this screen, or look at it later?";

/** Why it is asked. */
export const WHY_PRIVACY = "What is asked next could put you in danger if somebody else learned of it.";

/** Said when nobody confirmed that the person is alone. */
export const NOT_PRIVATE = [
  "Thank you for saying so. Then nothing is asked now.",
  "Another place, another day, or somebody whom you choose to call: any of these is fine.",
] as const;

/** Said when the questions have come to an end. */
export const THANKS = "Thank you. There are no more questions.";

/**
 * What every written question needs besides its own text, in JavaScript that imports nothing: it answers when a fact on
 * the way is missing. It reads `law`, `GROUNDS`, `OUTCOMES`, `FACTS`, `OTHERS`, `STEPS` and `ROOTS` of the module.
 */
export const RUNTIME = String.raw`
const frozen = (value) => {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
};

/** What is answered where every fact that matters is known; null where rules contradict each other. */
const leaf = (value) => {
  const [answer, standing] = OUTCOMES[value];
  const grounds = standing.map((place) => GROUNDS[place]);
  return answer === "conflict" ? null : frozen({ answer, grounds, possibleGrounds: [], missing: [], refused: [] });
};

const isDay = (text) => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
};

const MISSING = -1;
const REFUSED = -2;

const cellOf = (fact, value) => {
  if (value === undefined || value === null) return MISSING;
  if (typeof value === "object") return value.uncertain === true ? MISSING : REFUSED;
  if (fact.values !== undefined) {
    const at = fact.values.indexOf(value);
    return at < 0 ? REFUSED : (fact.cells?.[at] ?? at);
  }
  if (fact.starts === undefined) return value === true ? 1 : value === false ? 0 : REFUSED;
  const fits = typeof fact.last === "number" ? Number.isSafeInteger(value) : typeof value === "string" && isDay(value);
  return fits && value >= fact.starts[0] && value <= fact.last ? fact.starts.findLastIndex((start) => start <= value) : REFUSED;
};

const given = (facts, name) => (Object.hasOwn(facts, name) ? facts[name] : undefined);

/** Whether a given fact that the question does not read is no fact of the vocabulary, or has a value outside its domain. */
const isRefused = (facts, name) =>
  Object.hasOwn(OTHERS, name) ? cellOf(OTHERS[name], facts[name]) === REFUSED : (facts[name] ?? null) !== null;

/** The steps that some completion of the missing facts reaches, each after the steps that lead on from it. */
const reached = (root, cells) => {
  const seen = new Set();
  const order = [];
  const visit = (step) => {
    if (seen.has(step)) return;
    seen.add(step);
    if (step >= 0) for (const next of nextSteps(step, cells)) visit(next);
    order.push(step);
  };
  visit(root);
  return order;
};

const nextSteps = (step, cells) => {
  const cell = cells[STEPS[step]];
  return cell === MISSING ? STEPS.slice(step + 1, step + 1 + FACTS[STEPS[step]].size) : [STEPS[step + 1 + cell]];
};

/** The levels of the missing facts that can change what the steps under a root lead to. */
const mattering = (root, cells) => {
  const made = new Map();
  const known = new Map();
  for (const step of reached(root, cells)) {
    const next = step < 0 ? [] : nextSteps(step, cells).map((child) => known.get(child));
    const isTest = next.some((child) => child !== next[0]);
    const key = step < 0 ? String(step) : STEPS[step] + ":" + next.map(({ id }) => id).join();
    if (step < 0 || isTest) {
      if (!made.has(key)) made.set(key, { id: made.size, level: step < 0 ? null : STEPS[step], next });
      known.set(step, made.get(key));
    } else known.set(step, next[0]);
  }
  const levels = new Set();
  const visit = (node) => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.level !== null) levels.add(node.level);
    node.next.forEach(visit);
  };
  const seen = new Set();
  visit(known.get(root));
  return levels;
};

const missingFacts = (facts, cells) =>
  [...mattering(ROOTS.answer, cells)]
    .map((level) => FACTS[level])
    .sort((left, right) => left.order - right.order)
    .map(({ name, question, knownBy, sensitive }) => {
      const state = typeof given(facts, name) === "object" && given(facts, name) !== null ? "uncertain" : "unknown";
      return { fact: name, state, question, knownBy, sensitive };
    });

const answerOpen = (facts) => {
  const nothing = { grounds: [], possibleGrounds: [], missing: [], refused: [] };
  const cells = FACTS.map((fact) => cellOf(fact, given(facts, fact.name)));
  const read = new Set(FACTS.map(({ name }) => name));
  const refused = FACTS.filter((_, level) => cells[level] === REFUSED).map(({ name }) => name);
  refused.push(...Object.keys(facts).filter((name) => !read.has(name) && isRefused(facts, name)));
  if (refused.length > 0) return { answer: "refused", ...nothing, refused: refused.sort() };
  const outcomes = reached(ROOTS.grounds, cells).filter((step) => step < 0).map((step) => OUTCOMES[~step]);
  const answers = new Set(outcomes.map(([answer]) => answer));
  const answer = answers.size > 1 ? "undetermined" : outcomes[0][0];
  if (answer === "conflict") return { answer, ...nothing };
  const isCertain = (place) => outcomes.every(([, standing]) => standing.includes(place));
  const standing = [...new Set(outcomes.flatMap(([, places]) => places))].sort((left, right) => left - right);
  return {
    answer,
    grounds: standing.filter(isCertain).map((place) => GROUNDS[place]),
    possibleGrounds: standing.filter((place) => !isCertain(place)).map((place) => GROUNDS[place]),
    missing: missingFacts(facts, cells),
    refused: [],
  };
};

export const answer = (facts) => find(facts) ?? answerOpen(facts);
`;

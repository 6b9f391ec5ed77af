/** A DMN document before it is XML. Names are FEEL variables; labels and descriptions are for people. */
export type DmnModel = {
  readonly id: string;
  readonly name: string;
  /** The URI that the document's names belong to. */
  readonly namespace: string;
  readonly description: string;
  readonly types: readonly DmnType[];
  readonly inputs: readonly DmnInput[];
  /** Each after those it needs. */
  readonly decisions: readonly DmnDecision[];
};

/** A type of the document's own: values of a base type, or a list or a context of other types. */
export type DmnType = {
  readonly name: string;
  readonly isList: boolean;
  readonly of:
    | { readonly base: string; readonly allowed: string | null }
    | { readonly parts: readonly { readonly name: string; readonly type: string }[] };
};

/** A fact that is given. */
export type DmnInput = {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
};

/** What is decided, and from what. */
export type DmnDecision = {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** The question that it answers, in plain words; `null` for a step on the way. */
  readonly question: string | null;
  readonly allowedAnswers: string | null;
  readonly type: string;
  readonly needsInputs: readonly string[];
  readonly needsDecisions: readonly string[];
  readonly logic: DmnTable | { readonly kind: "literal"; readonly text: string };
};

/** A table that collects the output of every row that matches. */
export type DmnTable = {
  readonly kind: "table";
  readonly columns: readonly DmnColumn[];
  readonly output: string;
  readonly annotations: readonly string[];
  readonly rows: readonly DmnRow[];
};

/** What a column tests. */
export type DmnColumn = { readonly variable: string; readonly label: string; readonly base: string };

/** A row: a test per column, an output, and a note per annotation. */
export type DmnRow = {
  readonly tests: readonly string[];
  readonly output: string;
  readonly notes: readonly string[];
};

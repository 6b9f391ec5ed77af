import { invariant, type LocalDate } from "@victim-rights/core";
import {
  accountIn,
  type Book,
  entryOf,
  type LossState,
  type ObligationState,
  type ObligorState,
  type OrderState,
  type PayeeState,
} from "./book.ts";
import type { Command, CommandTo, Loss, OrderedObligation } from "./command.ts";
import type { Entry } from "./entry.ts";
import type { EntryId, ObligorId, PayeeId } from "./ids.ts";

/** Enters what a command states besides moving money: who there is, what was ordered, what was decided. */
export const enterFact = (book: Book, entry: Entry, place: number): void => {
  const { command } = entry;
  if (entry.reverses !== null) {
    takeBack(book, entry, entry.reverses);
    return;
  }
  const enter = ENTER[command.do] as ((book: Book, command: Command, at: Place) => void) | undefined;
  enter?.(book, command, { entry, place });
};

type Place = { readonly entry: Entry; readonly place: number };

type Enter = { readonly [Do in Command["do"]]?: (book: Book, command: CommandTo<Do>, at: Place) => void };

const ENTER: Enter = {
  "open-payee": (book, { payee, kind, name, address }, { place }) => {
    book.payees.set(payee, { id: payee, kind, name, address, obligations: [], disbursements: [], entries: [place] });
  },
  "change-address": (book, { payee, address }, { place }) => {
    const state = payeeIn(book, payee);
    state.address = address;
    state.entries.push(place);
  },
  "open-obligor": (book, { obligor, name }, { place }) => {
    book.obligors.set(obligor, { id: obligor, name, debts: [], plan: null, entries: [place] });
  },
  "file-affidavit": (book, { affidavit, payee, cause, grade, losses }) => {
    const states = losses.map((loss) => [loss.line, undecided(loss)] as const);
    book.affidavits.set(affidavit, { id: affidavit, payee, cause, grade, losses: new Map(states) });
  },
  "amend-loss": (book, { affidavit, loss }) => {
    book.affidavits.get(affidavit)?.losses.set(loss.line, undecided(loss));
  },
  "object-to-loss": (book, { affidavit, line, obligor }) => {
    book.affidavits.get(affidavit)?.losses.get(line)?.objectedBy.push(obligor);
  },
  "decide-loss": (book, { affidavit, line, approvedCents }) => {
    const state = book.affidavits.get(affidavit)?.losses.get(line);
    if (state !== undefined) state.approvedCents = approvedCents;
  },
  "enter-order": (book, command, { entry }) => {
    const { order: id, cause, grade, effectiveOn } = command;
    const order: OrderState = {
      id,
      cause,
      grade,
      judgmentDate: effectiveOn,
      obligations: [],
      fees: [],
      satisfiedBy: null,
      entry: entry.id,
    };
    book.orders.set(id, order);
    for (const obligation of command.obligations) enterObligation(book, order, { obligation, effectiveOn });
  },
  "assess-fee": (book, command, { entry }) => {
    const { order: id, obligation, class: own, payee, rule, instalment, effectiveOn } = command;
    const order = book.orders.get(id);
    invariant(order !== undefined, `order \`${id}\` is in the book`);
    order.fees.push({ entry: entry.id, rule, instalment });
    const bound = [...new Set(order.obligations.flatMap(({ debts }) => [...debts.keys()]))];
    enterObligation(book, order, {
      obligation: {
        id: obligation,
        class: own,
        payee,
        cents: 0,
        bound: bound.map((obligor) => ({ obligor, capCents: null })),
        losses: [],
      },
      effectiveOn,
    });
  },
  "set-plan": (book, command, { place }) => {
    const obligor = obligorIn(book, command.obligor);
    obligor.plan = command;
    obligor.entries.push(place);
  },
  "receive-payment": (book, { obligor }, { place }) => {
    obligorIn(book, obligor).entries.push(place);
  },
  "allocate-held": (book, { payment }, { entry, place }) => {
    noteAllocation(book, payment, entry.id);
    payerOf(book, payment).entries.push(place);
  },
  refund: (book, { payment }, { entry, place }) => {
    noteAllocation(book, payment, entry.id);
    payerOf(book, payment).entries.push(place);
  },
  "record-outside-payment": (book, { obligor }, { place }) => {
    obligorIn(book, obligor).entries.push(place);
  },
  "transfer-between-causes": (book, { obligor }, { place }) => {
    obligorIn(book, obligor).entries.push(place);
  },
  disburse: (book, { payee }, { entry }) => {
    payeeIn(book, payee).disbursements.push(entry.id);
  },
  "run-disbursement": (book, _command, { entry }) => {
    if (entry.payee !== null) payeeIn(book, entry.payee).disbursements.push(entry.id);
  },
  "return-disbursement": (book, { disbursement }, { entry }) => {
    book.returnedBy.set(disbursement, entry.id);
  },
  "file-satisfaction": (book, { order: id }, { entry }) => {
    const order = book.orders.get(id);
    if (order !== undefined) order.satisfiedBy = entry.id;
  },
};

const undecided = (loss: Loss): LossState => ({ loss, objectedBy: [], approvedCents: null });

const enterObligation = (
  book: Book,
  order: OrderState,
  { obligation, effectiveOn }: { readonly obligation: OrderedObligation; readonly effectiveOn: LocalDate },
): void => {
  const { id, class: own, payee, bound } = obligation;
  const owed = payeeIn(book, payee);
  const state: ObligationState = {
    id,
    class: own,
    payee: owed,
    order,
    listed: order.obligations.length + 1,
    effectiveOn,
    debts: new Map(),
    ordered: accountIn(book, `ordered/${id}`),
    outstanding: accountIn(book, `outstanding/${id}`),
    payable: accountIn(book, `payable/${id}`),
    unclaimed: accountIn(book, `unclaimed/${id}`),
    heldSince: null,
    entries: [],
  };
  for (const account of [state.ordered, state.outstanding, state.payable, state.unclaimed]) account.obligation = state;
  for (const { obligor, capCents } of bound) {
    const debt = { obligation: state, capCents, collected: accountIn(book, `collected/${id}/${obligor}`) };
    state.debts.set(obligor, debt);
    obligorIn(book, obligor).debts.push(debt);
  }
  book.obligations.set(id, state);
  order.obligations.push(state);
  owed.obligations.push(state);
};

/** What a reversal takes back besides money. */
const takeBack = (book: Book, { id, seq }: Entry, reversed: EntryId): void => {
  book.reversedBy.set(reversed, id);
  const entry = entryOf(book, reversed);
  invariant(entry !== undefined, `entry \`${reversed}\` is in the book`);
  const { command } = entry;
  if ("obligor" in command) obligorIn(book, command.obligor).entries.push(seq - 1);
  else if (command.do === "allocate-held" || command.do === "refund")
    payerOf(book, command.payment).entries.push(seq - 1);
  else if (command.do === "return-disbursement") book.returnedBy.delete(command.disbursement);
  else if (command.do === "file-satisfaction") {
    const order = book.orders.get(command.order);
    if (order !== undefined) order.satisfiedBy = null;
  }
};

const noteAllocation = (book: Book, payment: EntryId, by: EntryId): void => {
  const known = book.allocatedBy.get(payment);
  if (known === undefined) book.allocatedBy.set(payment, [by]);
  else known.push(by);
};

/** Who made a payment. */
const payerOf = (book: Book, payment: EntryId): ObligorState => {
  const command = entryOf(book, payment)?.command;
  invariant(command?.do === "receive-payment", `payment \`${payment}\` is in the book`);
  return obligorIn(book, command.obligor);
};

const payeeIn = (book: Book, id: PayeeId): PayeeState => {
  const payee = book.payees.get(id);
  invariant(payee !== undefined, `payee \`${id}\` is in the book`);
  return payee;
};

const obligorIn = (book: Book, id: ObligorId): ObligorState => {
  const obligor = book.obligors.get(id);
  invariant(obligor !== undefined, `obligor \`${id}\` is in the book`);
  return obligor;
};

import type { FarSide } from "./channel-contract.cases.ts";
import type { Answer, Call } from "./far-side-http.ts";

/** A text as the service took it. */
type TakenText = {
  readonly id: string;
  readonly client_reference: string;
  readonly to: readonly string[];
  readonly body: string;
};

/** Answers as the documentation says that the service does, as far as this adapter uses it. */
export const sinchLike = () => {
  const got: TakenText[] = [];
  const take = ({ body }: Call, does: FarSide): Answer => {
    const { to, body: text, client_reference } = JSON.parse(body) as Omit<TakenText, "id">;
    if (does === "refuses-for-good")
      return { status: 400, body: { code: "syntax_invalid_parameter_format", text: `bad ${to[0]}` } };
    if (does === "refuses-for-now") return { status: 429, body: {} };
    const taken = { id: `01FC66621XXXXX${String(got.length).padStart(10, "0")}QQ`, to, body: text, client_reference };
    got.push(taken);
    return does === "accepts-and-breaks-off" ? "breaks-off" : { status: 201, body: { ...taken, canceled: false } };
  };
  const find = (reference: string | null): Answer => {
    const batches = got.filter(({ client_reference }) => client_reference === reference);
    return { status: 200, body: { count: batches.length, page: 0, page_size: batches.length, batches } };
  };
  const answer = (call: Call, does: FarSide): Answer =>
    call.method === "POST"
      ? take(call, does)
      : find(new URL(call.url, "http://far").searchParams.get("client_reference"));
  return { got, answer };
};

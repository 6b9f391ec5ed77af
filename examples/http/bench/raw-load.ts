/**
 * Load over raw keep-alive sockets, in a process of its own: a client of Node takes more time than the server that it asks.
 * Each connection sends the same bytes again as soon as it has been answered.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";

/** What is asked, how, and for how long. */
export type Load = {
  readonly port: number;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Each connection sends one after another, and begins again. */
  readonly bodies: readonly string[];
  readonly connections: number;
  readonly seconds: number;
};

/** What came of a load; times in milliseconds, `statuses` by status. */
export type Loaded = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** The bytes of the last answer, head and body. */
  readonly bytes: number;
};

/** The process that asks, which ends when it is told to. */
export const startLoad = (): {
  readonly run: (load: Load) => Promise<Loaded>;
  readonly end: () => void;
} => {
  const child = fork(import.meta.filename);
  return { run: (load) => askedOf(child, load), end: () => child.disconnect() };
};

const askedOf = async (child: ChildProcess, load: Load): Promise<Loaded> => {
  child.send(load);
  const [loaded] = (await once(child, "message")) as [Loaded];
  return loaded;
};

const requestOf = ({ method, path, headers }: Load, body: string): Buffer => {
  const lines = Object.entries({ host: "127.0.0.1", ...headers, "content-length": String(Buffer.byteLength(body)) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${head}\r\n${body}`);
};

type Tally = { readonly took: number[]; readonly statuses: Record<string, number>; bytes: number };

/** An answer's status and its length in bytes; `null` while its head is not whole. */
const headOf = (bytes: Buffer): { readonly status: string; readonly length: number } | null => {
  const end = bytes.indexOf("\r\n\r\n");
  if (end === -1) return null;
  const head = bytes.toString("latin1", 0, end);
  const length = /\r\ncontent-length: (\d+)/iu.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer does not say how long it is: ${head}`);
  return { status: head.slice(9, 12), length: end + 4 + Number(length) };
};

/** Asks over one connection until the time is over. */
const connection = (load: Load, until: number, tally: Tally): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const requests = load.bodies.map((body) => requestOf(load, body));
  const socket = connect({ port: load.port, host: "127.0.0.1", noDelay: true });
  let [asked, next] = [0, 0];
  let parts: Buffer[] = [];
  let got = 0;
  let head: ReturnType<typeof headOf> = null;
  const ask = (): void => {
    [parts, got, head] = [[], 0, null];
    asked = performance.now();
    socket.write(requests[next % requests.length] ?? "");
    next += 1;
  };
  socket.once("connect", ask);
  socket.once("error", reject);
  socket.once("close", () => resolve());
  socket.on("data", (part) => {
    got += part.length;
    if (head === null) {
      parts.push(part);
      head = headOf(parts.length === 1 ? part : Buffer.concat(parts));
    }
    if (head === null || got < head.length) return;
    const now = performance.now();
    tally.took.push(now - asked);
    tally.statuses[head.status] = (tally.statuses[head.status] ?? 0) + 1;
    tally.bytes = head.length;
    if (now < until) ask();
    else socket.end();
  });
  return promise;
};

const answer = async (load: Load): Promise<Loaded> => {
  const tally: Tally = { took: [], statuses: {}, bytes: 0 };
  const started = performance.now();
  const until = started + load.seconds * 1000;
  await Promise.all(Array.from({ length: load.connections }, () => connection(load, until, tally)));
  const elapsed = (performance.now() - started) / 1000;
  const took = tally.took.toSorted((before, after) => before - after);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  const { statuses, bytes } = tally;
  return { perSecond: took.length / elapsed, p50: at(0.5), p99: at(0.99), statuses, bytes };
};

if (process.send !== undefined && import.meta.main)
  process.on("message", (load: Load) => void answer(load).then((loaded) => process.send?.(loaded)));

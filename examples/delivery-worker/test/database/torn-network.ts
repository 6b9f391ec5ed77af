import { once } from "node:events";
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Server, type Socket } from "node:net";
import { Client } from "pg";

/** Where a line is torn: by what the client has said in its transaction, and by what it is just saying. */
export type Tear = {
  /** A piece of a statement of the transaction, so that the right one is met. */
  readonly during: string;
  /** A piece of what the client says at the moment of the tear. */
  readonly at: string;
  /**
   * `before`: reset, and the server never hears it. `after`: the server hears it and answers, and the line is reset in
   * place of the answer. `hole`: nothing passes any more and nobody is told; the line is reset once the server has given
   * the session up.
   */
  readonly how: "before" | "after" | "hole";
};

type Line = {
  readonly client: Socket;
  readonly server: Socket;
  state: "whole" | "deaf" | "hole";
  /** What the client has said since its transaction began. */
  said: string;
};

type Armed = Tear & { readonly torn: () => void };

/** The network between a pool and its PostgreSQL server, which can be torn. It speaks no TLS: it must read along. */
export class TornNetwork {
  readonly #far: NetConnectOpts;
  readonly #lines = new Set<Line>();
  readonly #onSaid: () => "pass" | "drop";
  readonly #server: Server;
  #armed: Armed | null = null;
  #isAway = false;
  #isSwallowing = false;

  private constructor(far: NetConnectOpts, onSaid: () => "pass" | "drop") {
    this.#far = far;
    this.#onSaid = onSaid;
    this.#server = createServer((client) => this.#join(client));
  }

  /**
   * Opens a network before a server's database. `onSaid` hears of everything that a client says, just before the server
   * does, and may keep it from the server. @returns the network, and where the database is through it.
   */
  static async open(
    url: string,
    onSaid: () => "pass" | "drop" = () => "pass",
  ): Promise<{ readonly network: TornNetwork; readonly url: string }> {
    const { host, port } = new Client({ connectionString: url });
    const network = new TornNetwork(
      host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port },
      onSaid,
    );
    network.#server.listen(0, "127.0.0.1");
    await once(network.#server, "listening");
    const through = new URL(url);
    through.searchParams.delete("host");
    through.hostname = "127.0.0.1";
    through.port = String((network.#server.address() as AddressInfo).port);
    return { network, url: through.href };
  }

  /** Tears the first line that comes to the moment, once. @returns when it is torn and, of a hole, when it has ended. */
  tear(tear: Tear): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#armed = { ...tear, torn: resolve };
    return promise;
  }

  /** Resets every line there is; new ones can be made. */
  resetAll(): void {
    for (const line of this.#lines) reset(line);
  }

  /** Resets every line, and refuses new ones until it is healed. */
  goAway(): void {
    this.#isAway = true;
    this.resetAll();
  }

  /** From now on nothing that anybody says gets through, on old lines or new ones, and nobody is told. */
  swallow(): void {
    this.#isSwallowing = true;
    for (const line of this.#lines) line.state = "hole";
  }

  /** Lets new lines be made and speak; what was swallowed stays so. */
  heal(): void {
    this.#isAway = false;
    this.#isSwallowing = false;
  }

  async close(): Promise<void> {
    this.resetAll();
    this.#server.close();
    await once(this.#server, "close");
  }

  #join(client: Socket): void {
    if (this.#isAway) return void client.resetAndDestroy();
    const server = connect(this.#far);
    const line: Line = { client, server, state: this.#isSwallowing ? "hole" : "whole", said: "" };
    this.#lines.add(line);
    for (const socket of [client, server]) socket.on("error", () => undefined);
    client.on("data", (bytes) => this.#hear(line, bytes));
    server.on("data", (bytes) => answer(line, bytes));
    client.on("close", () => {
      this.#lines.delete(line);
      server.end();
    });
    server.on("close", () => void client.resetAndDestroy());
  }

  #hear(line: Line, bytes: Buffer): void {
    if (line.state !== "whole" || this.#onSaid() === "drop") return;
    const saying = bytes.toString("latin1");
    line.said = saying.includes("start transaction") ? saying : line.said + saying;
    const armed = this.#armed;
    if (armed === null || !saying.includes(armed.at) || !line.said.includes(armed.during)) {
      line.server.write(bytes);
      return;
    }
    this.#armed = null;
    line.client.once("close", armed.torn);
    tearNow(line, { how: armed.how, bytes });
  }
}

const tearNow = (line: Line, { how, bytes }: { readonly how: Tear["how"]; readonly bytes: Buffer }): void => {
  if (how === "before") return reset(line);
  line.state = how === "hole" ? "hole" : "deaf";
  if (how === "after") line.server.write(bytes);
};

const answer = (line: Line, bytes: Buffer): void => {
  if (line.state === "whole") line.client.write(bytes);
  if (line.state === "deaf") reset(line);
};

const reset = ({ client, server }: Line): void => {
  client.resetAndDestroy();
  server.destroy();
};

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { FarSide } from "./channel-contract.cases.ts";

/** A call as a server got it. */
export type Call = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

/** How a server answers: a status and a body, or none when it breaks off. */
export type Answer = { readonly status: number; readonly body: unknown } | "breaks-off";

/** A server on this machine that answers as it is told and keeps every call. */
export class FarSideHttp {
  readonly calls: Call[] = [];
  readonly #server: Server;
  #isOpen = true;
  does: FarSide = "accepts";

  constructor(answer: (call: Call, does: FarSide) => Answer) {
    this.#server = createServer((request, response) => void this.#serve(request, response, answer));
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => void this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  }

  async set(does: FarSide): Promise<void> {
    this.does = does;
    if (does === "is-not-there") await this.close();
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => void this.#server.close(() => resolve()));
  }

  async #serve(
    request: IncomingMessage,
    response: ServerResponse,
    answer: (call: Call, does: FarSide) => Answer,
  ): Promise<void> {
    const { method = "", url = "", headers } = request;
    const call = { method, url, headers, body: await text(request) };
    this.calls.push(call);
    const given = answer(call, this.does);
    if (given === "breaks-off") return void request.socket.destroy();
    response.writeHead(given.status, { "content-type": "application/json" });
    response.end(JSON.stringify(given.body));
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Instant } from "@victim-rights/core";
import type { DeliveryReport } from "./delivery-report.ts";
import { isSignedBySinch, readSinchReport } from "./sinch-report.ts";

/** Where reports come in, what they are signed with, and what is done with one. */
export type ReportServerAsked = {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly secret: string;
  readonly now: () => Instant;
  /** Takes a report into the record; rejects when the record does not answer. */
  readonly take: (report: DeliveryReport) => Promise<unknown>;
  readonly onRefused: (why: "unsigned" | "not-a-report") => void;
};

/** A server that listens. */
export type ReportServer = { readonly port: number; readonly close: () => Promise<void> };

const PATH = "/sinch";
const MOST_BYTES = 65_536;

/**
 * Takes a telephone provider's delivery reports at `POST /sinch`, signed ones only. It answers a status and nothing else:
 * 204 to whatever was read, 401 to what nobody signed, 503 while the record does not answer, upon which the provider
 * comes again. It speaks plain HTTP for a proxy of the agency's that ends TLS.
 */
export const openReportServer = async (asked: ReportServerAsked): Promise<ReportServer> => {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    answerTo(request, asked).then(
      (status) => end(response, status),
      () => end(response, 400),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(asked.port, asked.host, resolve);
  });
  const address = server.address();
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => void server.close(() => resolve()));
  };
  return { port: typeof address === "object" && address !== null ? address.port : asked.port, close };
};

const end = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { "content-length": "0", connection: "close" });
  response.end();
};

const answerTo = async (request: IncomingMessage, asked: ReportServerAsked): Promise<number> => {
  if (request.url !== PATH) return 404;
  if (request.method !== "POST") return 405;
  const body = await bodyOf(request);
  if (body === null) return 413;
  if (!isSignedBySinch({ headers: request.headers, body }, asked.secret, asked.now())) {
    asked.onRefused("unsigned");
    return 401;
  }
  const report = readSinchReport(body);
  if (report === null) {
    asked.onRefused("not-a-report");
    return 204;
  }
  return asked.take(report).then(
    () => 204,
    () => 503,
  );
};

/** The body as it was signed; `null` when it is longer than any report is. */
const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
};

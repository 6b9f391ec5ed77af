import { createServer, type Server } from "node:http";
import { metricsText } from "@victim-rights-examples/observability";
import * as Effect from "effect/Effect";

/**
 * Serves `/metrics` on a port of its own, to this machine alone: what is measured is nobody's business who asks for their
 * own record.
 */
export const serveMetrics = (port: number): Server =>
  createServer((request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    response.setHeader("content-type", "text/plain; version=0.0.4; charset=utf-8");
    response.end(Effect.runSync(metricsText));
  }).listen(port, "127.0.0.1");

/** Starts the service in memory on Node: `node node.ts <settings> <port>`. */
import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { type PortableSettings, portableService } from "./portable-service.ts";

const [settings = "settings.json", port = "8787"] = process.argv.slice(2);
const app = portableService(JSON.parse(readFileSync(settings, "utf8")) as PortableSettings);
type Incoming = { readonly incoming: { readonly socket: { readonly remoteAddress?: string } } };
serve({
  port: Number(port),
  hostname: "127.0.0.1",
  fetch: (request, environment) => {
    const { incoming } = environment as Incoming;
    return app.fetch(request, { client: incoming.socket.remoteAddress ?? "unknown" });
  },
});

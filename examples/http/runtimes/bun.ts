/** Starts the service in memory on Bun: `bun run bun.ts <settings> <port>`. */
import { type PortableSettings, portableService } from "./portable-service.ts";

type BunServer = { readonly requestIP: (request: Request) => { readonly address: string } | null };

declare const Bun: {
  readonly argv: readonly string[];
  readonly file: (path: string) => { readonly json: () => Promise<unknown> };
  readonly serve: (options: {
    readonly port: number;
    readonly hostname: string;
    readonly fetch: (request: Request, server: BunServer) => Response | Promise<Response>;
  }) => void;
};

const [settings = "settings.json", port = "8787"] = Bun.argv.slice(2);
const app = portableService((await Bun.file(settings).json()) as PortableSettings);
Bun.serve({
  port: Number(port),
  hostname: "127.0.0.1",
  fetch: (request, server) => app.fetch(request, { client: server.requestIP(request)?.address ?? "unknown" }),
});

/** Starts the service in memory on Deno: `deno run --allow-net --allow-read=<settings> deno.ts <settings> <port>`. */
import { type PortableSettings, portableService } from "./portable-service.ts";

declare const Deno: {
  readonly args: readonly string[];
  readonly readTextFile: (path: string) => Promise<string>;
  readonly serve: (
    options: { readonly port: number; readonly hostname: string },
    handler: (
      request: Request,
      info: { readonly remoteAddr: { readonly hostname: string } },
    ) => Response | Promise<Response>,
  ) => void;
};

const [settings = "settings.json", port = "8787"] = Deno.args;
const app = portableService(JSON.parse(await Deno.readTextFile(settings)) as PortableSettings);
Deno.serve({ port: Number(port), hostname: "127.0.0.1" }, (request, { remoteAddr }) =>
  app.fetch(request, { client: remoteAddr.hostname }),
);

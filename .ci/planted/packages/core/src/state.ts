export { law } from "../../../rules/us-xx/law.ts";

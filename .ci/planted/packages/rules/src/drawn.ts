import { layout } from "@dagrejs/dagre";

export const drawn = layout;

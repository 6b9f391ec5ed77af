import { DmnModdle } from "dmn-moddle";

export const tabled = DmnModdle;

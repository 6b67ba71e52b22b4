import { faces } from "./shared/build/faces.ts";

export default faces(import.meta.dirname, "assets");

import { faces } from "../web_client/shared/build/faces.ts";

export default faces(import.meta.dirname, "console-assets");

/** A stand-in for the connection: shows the view it is given and notes what is sent. */
import { addCatalogues } from "@shared/i18n.svelte.ts";
import type { Answer, Command, SeatAudienceView } from "@shared/wire.gen.ts";

import type { Link } from "../phone.svelte.ts";
import { NOW } from "./samples.ts";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,seat}.ftl", { query: "?raw", import: "default", eager: true }),
);

export class StandIn implements Link {
  view = $state.raw<SeatAudienceView>();
  status = $state<Link["status"]>("live");
  pending = $state.raw<Link["pending"]>([]);
  refusal = $state<string>();
  now = $state(NOW);
  readonly lastHeard = NOW;
  readonly sent: Command[] = [];
  /** What every command is answered with; undefined: not answered, as while offline. */
  answer: Answer | undefined = { answer: "accepted", seq: 1 };

  constructor(view?: SeatAudienceView) {
    this.view = view;
  }

  send(command: Command): Promise<Answer> {
    this.sent.push(command);
    if (this.answer) return Promise.resolve(this.answer);
    this.pending = [...this.pending, { id: `c${this.sent.length}`, command }];
    return new Promise(() => undefined);
  }
}

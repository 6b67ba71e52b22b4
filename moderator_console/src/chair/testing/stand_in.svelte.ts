/** A stand-in for the connection: shows the view it is given and notes what is sent. */
import { configure } from "@testing-library/svelte";

import { addCatalogues, setLanguage } from "@shared/i18n.svelte.ts";
import type { Answer, Command, ConsoleView, Presence, Welcome } from "@shared/wire.gen.ts";

import type { Link } from "../desk.svelte.ts";
import { NOW } from "./samples.ts";

addCatalogues(
  import.meta.glob<string>("@locale/*/{common,refusals,console,stage}.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
);
setLanguage("en");
configure({ asyncUtilTimeout: 4_000 }); // a busy machine takes its time

// What jsdom lacks: dialogs and popovers are shown at once, without a layer of their own.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});
Object.assign(HTMLElement.prototype, { showPopover: () => undefined });

export class StandIn implements Link {
  view = $state.raw<ConsoleView>();
  status = $state<Link["status"]>("live");
  pending = $state.raw<Link["pending"]>([]);
  presence = $state.raw<Presence>();
  refusal = $state<string>();
  now = $state(NOW);
  readonly lastHeard = NOW;
  readonly errorMs = 4;
  readonly sent: Command[] = [];
  readonly welcome: Welcome;
  answer: Answer = { answer: "accepted", seq: 41 };

  constructor(view: ConsoleView, name = "chair") {
    this.view = view;
    this.welcome = {
      wire: 1,
      role: "console",
      name,
      audience: "console",
      now_ms: NOW,
      rate: 1,
      beat_ms: 2_000,
      probe_ms: 60_000,
    };
  }

  send(command: Command): Promise<Answer> {
    this.sent.push(command);
    return Promise.resolve(this.answer);
  }
}

/** What the stage's components share: the link, the scene about to be taken, and the one place that sends commands. */
import { createContext } from "svelte";

import type { Language } from "@shared/languages.ts";
import type { Live } from "@shared/live.svelte.ts";
import type { Command, Refusal, StageView } from "@shared/wire.gen.ts";

import type { Scene } from "../chair/hall/screens.ts";

/** What the stage needs of the connection; tests give a stand-in. */
export type Link = Pick<
  Live<StageView>,
  "view" | "welcome" | "status" | "refusal" | "now" | "lastHeard" | "presence" | "send"
>;

/** What the stage may do (server/dialogue/permissions.py). */
type StageCommand = Extract<Command, { type: "set_scene" | "show_message" | "clear_message" }>;

export class Booth {
  readonly link: Link;
  /** The scene in the preview. */
  scene = $state<Scene>("speaker");
  /** The message being written. */
  draft = $state("");
  /** The last act that was refused, until the next one or until it is put away. */
  refusal = $state<Refusal>();

  constructor(link: Link) {
    this.link = link;
  }

  /** The last view. Components that use it are mounted only once there is one. */
  get view(): StageView {
    if (this.link.view === undefined) throw new Error("no view yet");
    return this.link.view;
  }

  get online(): boolean {
    return this.link.status === "live";
  }

  /** Those of the screens, where all that have told theirs agree. */
  get languages(): readonly Language[] {
    const told = Object.values(this.link.presence?.screens ?? {}).map(({ languages = [] }) => languages);
    const [first = [], ...others] = told.filter((languages) => languages.length > 0);
    return others.every((languages) => languages.join() === first.join()) ? first : [];
  }

  /** What taking the preview would show: a message that is being written counts as shown. */
  get preview(): StageView {
    const draft = this.draft.trim();
    return {
      ...this.view,
      ...(draft === "" ? {} : { message: draft }),
      screens: { preview: { name: {}, scene: this.scene } },
    };
  }

  /** Give a screen a scene, or all of them; those that have it already are left alone. */
  async take(scene: Scene, screen?: string): Promise<void> {
    const screens = screen === undefined ? Object.keys(this.view.screens) : [screen];
    const changing = screens.filter((id) => this.view.screens[id]?.scene !== scene);
    await Promise.all(changing.map((id) => this.send({ type: "set_scene", screen: id, scene })));
  }

  /** True if it was accepted. A refusal is shown and nothing is lost. Does nothing while the server is not heard. */
  async send(command: StageCommand): Promise<boolean> {
    if (!this.online) return false;
    this.refusal = undefined;
    const answer = await this.link.send(command);
    if (answer.answer === "accepted") return true;
    this.refusal = answer;
    return false;
  }
}

export const [getBooth, setBooth] = createContext<Booth>();

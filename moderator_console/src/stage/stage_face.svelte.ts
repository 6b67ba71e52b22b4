/** The technician's stage as its components share it: the screens, and the scene and message about to be taken. */
import { createContext } from "svelte";

import { Face, type LiveView } from "@shared/face.svelte.ts";
import type { Language } from "@shared/languages.ts";
import type { Command, StageView } from "@shared/wire.gen.ts";

import type { Scene } from "@shared/screen_health.ts";

/** What the stage may do (server/dialogue: permissions of the stage). */
type StageCommand = Extract<Command, { type: "set_scene" | "show_message" | "clear_message" }>;

export class StageFace extends Face<StageView> {
  #scene = $state<Scene>("speaker");
  #draft = $state("");

  constructor(live: LiveView<StageView>) {
    super(live, { may: () => this.online });
  }

  /** The scene in the preview. */
  get scene(): Scene {
    return this.#scene;
  }

  /** The message being written. */
  get draft(): string {
    return this.#draft;
  }

  /** Those of the screens, where all that have told theirs agree. */
  get languages(): readonly Language[] {
    const told = Object.values(this.live.presence?.screens ?? {}).map(({ languages = [] }) => languages);
    const [first = [], ...others] = told.filter((languages) => languages.length > 0);
    return others.every((languages) => languages.join() === first.join()) ? first : [];
  }

  /** What taking the preview would show: a message that is being written counts as shown. */
  get preview(): StageView {
    const draft = this.#draft.trim();
    return {
      ...this.view,
      ...(draft === "" ? {} : { message: draft }),
      screens: { preview: { name: {}, scene: this.#scene } },
    };
  }

  /** Put a scene into the preview: no screen changes. */
  choose(scene: Scene): void {
    this.#scene = scene;
  }

  /** What is being written. */
  readonly write = (draft: string): void => {
    this.#draft = draft;
  };

  /** Show the message on all screens. Once it is shown the field is empty, unless another is being written already. */
  async showMessage(): Promise<void> {
    const draft = this.#draft;
    const text = draft.trim();
    if (text === "") return;
    if ((await this.#give({ type: "show_message", text })) && this.#draft === draft) this.#draft = "";
  }

  async clearMessage(): Promise<void> {
    await this.#give({ type: "clear_message" });
  }

  /** Give a screen a scene, or all of them; those that have it already are left alone. */
  async take(scene: Scene, screen?: string): Promise<void> {
    const screens = screen === undefined ? Object.keys(this.view.screens) : [screen];
    const changing = screens.filter((id) => this.view.screens[id]?.scene !== scene);
    await Promise.all(changing.map((id) => this.#give({ type: "set_scene", screen: id, scene })));
  }

  #give(command: StageCommand): Promise<boolean> {
    return this.act(command);
  }
}

export const [getStage, setStage] = createContext<StageFace>();

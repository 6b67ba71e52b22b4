/** What jsdom lacks of a browser: dialogs and popovers are shown at once, without a layer of their own; no layout. */
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});
Object.assign(HTMLElement.prototype, { showPopover: () => undefined });

globalThis.ResizeObserver = class {
  observe(): void {
    return;
  }
  unobserve(): void {
    return;
  }
  disconnect(): void {
    return;
  }
};
Object.defineProperty(document, "fonts", { value: { ready: Promise.resolve() }, configurable: true });

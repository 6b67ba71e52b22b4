/** What a connection needs of a socket: Socket.IO's own has it, and so has what stands in for one. */
export interface Line {
  /** It is connected, or tries to by itself. */
  readonly active: boolean;
  readonly io: { readonly engine: { close(): unknown } };
  on(event: string, listener: (message: never) => void): unknown;
  /** An event with its message, then what its answer is given to, if it has one. */
  emit(event: string, ...args: unknown[]): unknown;
  connect(): unknown;
  /** Try to connect at once, instead of when the pause between two attempts is over. */
  connectNow(): unknown;
}

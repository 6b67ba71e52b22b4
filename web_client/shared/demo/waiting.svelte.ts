/** A link that waits for its first view, for tests. */
export class StandIn {
  view = $state.raw<object>();
}

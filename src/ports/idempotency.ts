/** Remembers what a write with the same key answered. */
export interface Idempotency {
  /** 'new' reserves the key; 'busy' while the first call is still at work. */
  begin(
    userId: string,
    key: string,
    requestHash: string,
  ): Promise<
    | { kind: 'new' }
    | { kind: 'busy' }
    | { kind: 'mismatch' }
    | { kind: 'done'; status: number; body: unknown }
  >
  finish(userId: string, key: string, status: number, body: unknown): Promise<void>
  forget(userId: string, key: string): Promise<void>
}

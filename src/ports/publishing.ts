import type { PublishResult, Reply } from './connector.ts'

/** A reply with the account that it is sent from, leased. */
export interface DueReply {
  targetId: string
  token: string
  platform: string
  /** Null where no account of the government may publish there. */
  account: { settings: Record<string, unknown>; secrets: Record<string, string> } | null
  reply: Reply
}

export interface PublishWork {
  /** Gives the current answer to who came late, in governments whose policy that is; says to how many. */
  greetLateComers(governmentIds: string[]): Promise<number>
  /** Ends holds that are over and hands out what is due; told again where nobody finished. */
  takeDue(limit: number): Promise<string[]>
  begin(targetId: string): Promise<DueReply | null>
  finish(
    due: Pick<DueReply, 'targetId' | 'token'>,
    result: PublishResult | { kind: 'manual'; because: string },
  ): Promise<void>
}

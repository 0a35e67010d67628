export interface JobPayloads {
  'read-posts': { postIds: string[] }
  'read-suspects': { postIds: string[] }
  'poll-source': { sourceId: string }
  'deliver-alert': { deliveryId: string }
  'publish-answer': { targetId: string }
  'train-reader': { governmentId: string }
}

/** A hint that there is work. Losing one costs a few seconds, never a post. */
export interface JobQueue {
  add<Name extends keyof JobPayloads>(name: Name, payloads: JobPayloads[Name][]): Promise<void>
  waiting(name: keyof JobPayloads): Promise<number>
  close(): Promise<void>
}

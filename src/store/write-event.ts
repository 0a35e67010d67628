import type { Queryable } from './database.ts'
import { type EventToWrite, insertEvents } from './insert-events.ts'
import { settleCustody } from './settle-custody.ts'
import { tellSenders } from './tell-senders.ts'

/**
 * Events are written and announced in the transaction of the change that they tell of, with what
 * follows from them: offers and tasks that lost their case, and governments that wait for news.
 * Returns their ids.
 */
export const writeEvents = async (tx: Queryable, events: EventToWrite[]): Promise<string[]> => {
  const ids = await insertEvents(tx, events)
  await settleCustody(tx, events)
  await tellSenders(tx, events)
  return ids
}

import type { Connector } from '../ports/connector.ts'
import { pollSample } from './sample/poll-sample.ts'

/** Two invented days that show a newcomer the product at work; no network, no account. */
export const sample: Connector = {
  id: 'sample',
  label: 'Data contoh (bukan data sungguhan)',
  fields: [],
  gateKey: () => null,
  poll: pollSample,
}

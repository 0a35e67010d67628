import { APP_PASSWORD, startFakeBluesky, uriOf } from '../fakes/fake-bluesky.ts'
import { type Harness, NOW } from './harness.ts'

const harness = async (keywords: string[]): Promise<Harness> => {
  const { platform, posts } = await startFakeBluesky()
  return {
    platform,
    settings: { service: platform.url, identifier: 'dinas.test', keywords },
    secrets: { appPassword: APP_PASSWORD },
    needs: ['identifier', 'appPassword'],
    tellsOfQuotes: true,
    hasCredential: true,
    publish: (post) => posts.add(post),
    externalId: uriOf,
    pages: posts,
    now: () => NOW,
    stop: platform.stop,
  }
}

export const bluesky: Record<string, () => Promise<Harness>> = {
  mentions: () => harness([]),
  'mentions and a search': () => harness(['jalan']),
}

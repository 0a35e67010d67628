import { API_KEY, CHANNEL, startFakeYouTube } from '../fakes/fake-youtube.ts'
import { type Harness, NOW } from './harness.ts'

export const youtube: Record<string, () => Promise<Harness>> = {
  'a channel': async () => {
    const { platform, comments } = await startFakeYouTube()
    return {
      platform,
      settings: { channelId: CHANNEL, apiUrl: platform.url },
      secrets: { apiKey: API_KEY },
      needs: ['apiKey', 'channelId'],
      tellsOfQuotes: false,
      hasCredential: true,
      publish: (post) => comments.add(post),
      externalId: (id) => id,
      pages: comments,
      now: () => NOW,
      stop: platform.stop,
    }
  },
}

import { note } from '../core/case-rules.ts'
import { refuse } from '../core/errors.ts'
import { mentionsIn } from '../core/mentions.ts'
import type { Viewer } from '../core/roles.ts'
import type { Ports } from '../ports/ports.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

/** A word among colleagues; the citizen never sees it. Who is mentioned must be able to read it. */
export const noteCase = async (
  ports: CasePorts & Pick<Ports, 'notifications'>,
  viewer: Viewer,
  seen: SeenCase,
  text: string,
): Promise<CaseChanged> => {
  const meant = await ports.notifications.mentioned(viewer, seen.caseId, mentionsIn(text))
  const blind = meant.filter(({ sees }) => !sees).map(({ username }) => `@${username}`)
  if (blind.length > 0)
    return refuse(
      'mention-blind',
      `${blind.join(', ')} tidak dapat melihat kasus ini. Hapus sebutannya, atau teruskan kasusnya lebih dahulu.`,
    )
  const others = meant.filter(({ userId }) => userId !== viewer.userId)
  return changeCase(ports, viewer, seen, (current) => note(current, text, others))
}

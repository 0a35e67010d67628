/** How much there is of what: categories and sorts that are too thin to learn or to measure. */
import type { Taxonomy } from '../../src/core/configuration.ts'
import type { EvalPost } from './posts.ts'
import type { Sheet } from './sheet.ts'

/** Fewer posts than this teach a category badly. */
const FEW = 30

export function tellLabels(sheet: Sheet, posts: EvalPost[], { categories }: Taxonomy): void {
  sheet.heading('what there is')
  const tell = (name: string, has: (post: EvalPost) => boolean) =>
    sheet.figure({ name, value: posts.filter(has).length })
  tell('posts', () => true)
  tell('no service matter', ({ kind }) => kind === 'irrelevant')
  tell('emergencies', ({ kind }) => kind === 'emergency')
  tell('with an owner', ({ owner }) => !!owner)
  tell('under another post', ({ context }) => !!context?.parentText)
  tell('with several complaints', ({ children }) => (children?.length ?? 0) > 0)
  for (const language of [...new Set(posts.map((post) => post.language))].sort())
    tell(`language ${language}`, (post) => post.language === language)
  const thin = categories
    .map(({ id }) => ({ id, count: posts.filter(({ category }) => category === id).length }))
    .filter(({ count }) => count < FEW)
  sheet.figure({ name: 'categories with fewer than 30 posts', value: thin.length })
  if (thin.length > 0) sheet.line(thin.map(({ id, count }) => `${id} ${count}`).join(', '))
}

import { signal } from '@preact/signals'
import { type Address, parseAddress, pathOf } from './address.ts'

const here = (): Address => parseAddress(location.pathname, location.search)

/** Where the person is. Only `go` and the browser's own buttons change it. */
export const address = signal<Address>(here())

addEventListener('popstate', () => {
  address.value = here()
})

export const go = (to: Address, how: 'push' | 'replace' = 'push'): void => {
  const path = pathOf(to)
  if (path === location.pathname + location.search) return
  if (how === 'push') history.pushState(null, '', path)
  else history.replaceState(null, '', path)
  address.value = to
}

/** For links: a plain click stays inside the page; a new tab remains a new tab. */
export const follow = (to: Address) => (event: MouseEvent) => {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  go(to)
}

/** Line drawings on a grid of 24; they inherit the colour of the text and are never the only sign. */
const DRAWINGS = {
  alert: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  back: 'M15 5l-7 7 7 7',
  bell: 'M6 17V11a6 6 0 0112 0v6l1.5 2h-15zM10 21h4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3.5 2',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  hand: 'M8 12V5.5a1.5 1.5 0 013 0V11M11 11V4.5a1.5 1.5 0 013 0V11M14 11V6a1.5 1.5 0 013 0v8c0 4-2.5 7-6 7-3 0-4.500-1.500-7-6.500a1.500 1.500 0 012.500-1.500L8 15',
  keys: 'M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M8 14h8',
  link: 'M10 14a4 4 0 005.700 0l3-3a4 4 0 00-5.700-5.700l-1 1M14 10a4 4 0 00-5.700 0l-3 3a4 4 0 005.700 5.700l1-1',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 017 0v3',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5M9 9h6M9 13h3',
  open: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  people:
    'M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM2.500 20c0-3.500 3-6 6.500-6s6.500 2.500 6.500 6M16 4.500a3.500 3.500 0 010 6.500M18 14.500c2 .8 3.500 2.700 3.500 5.500',
  pin: 'M12 21c4-5 6.500-8 6.500-11a6.500 6.500 0 00-13 0c0 3 2.500 6 6.500 11zM12 12a2 2 0 100-4 2 2 0 000 4z',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  redo: 'M4 12a8 8 0 112.500 5.800M4 18v-5h5',
  reply: 'M9 7L4 12l5 5M4 12h9c4 0 7 2 7 6',
  search: 'M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l4.500 4.500',
  send: 'M4 12l16-8-5 16-3.500-6.500z',
  tag: 'M4 4h8l8 8-8 8-8-8zM8 8h.01',
  tool: 'M14 6a4 4 0 015-3l-2.500 2.500 2 2L21 5a4 4 0 01-5 5L8 18a2 2 0 01-3-3z',
  stop: 'M12 3a9 9 0 100 18 9 9 0 000-18zM6 6l12 12',
  x: 'M6 6l12 12M18 6L6 18',
} as const

export type IconName = keyof typeof DRAWINGS

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={DRAWINGS[name]} />
  </svg>
)

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Gatherable, SpokenName } from '../../src/core/gatherable.ts'
import { chooseGroup, createGatherer, sameProblem } from '../../src/core/gathering.ts'
import { GATHERING } from '../../src/core/gathering-points.ts'
import { placeWords } from '../../src/core/place-words.ts'
import { fingerprint } from '../../src/language/fingerprint.ts'
import { marksOfName, placeMarks } from '../../src/language/place-marks.ts'
import { withNumbers } from '../../src/language/said-numbers.ts'

const EVERYDAY = new Set(
  'jalan rusak parah tolong di ke yang sudah tidak hari kena saya'.split(' '),
)

const named = (name: string): SpokenName => ({
  words: placeWords(name).map((word): [string, number] => [word, 10]),
  fine: true,
  codes: [],
})

const post = (text: string, places: string[], more: Partial<Gatherable> = {}): Gatherable => {
  const words = text.toLowerCase().split(' ')
  const names = places.map(named)
  const own = new Set(names.flatMap((name) => name.words.map(([word]) => word)))
  const telling = [...new Set(words.filter((word) => !own.has(word)))]
  return {
    kind: 'complaint',
    category: 'jalan.rusak',
    place: null,
    areaCode: null,
    confidential: false,
    fingerprint: fingerprint(words),
    telling: {
      words: telling.map((word): [string, number] => [word, EVERYDAY.has(word) ? 4 : 7]),
      names,
      marks: placeMarks(words, own),
      said: words.join(' '),
    },
    thread: null,
    sharedFrom: null,
    postedAt: 0,
    ...more,
  }
}
const DAY = 86_400_000
const FORMAL =
  'dengan hormat ketua lingkungan melaporkan beberapa warga demam berdarah mohon pengasapan segera'
/** Of a rule that would join almost anything. */
const LENIENT = { ...GATHERING, sure: 0.01, perhaps: 0.001 }

describe('posts about one problem become one case', () => {
  it('two citizens write of the same road in other words', () => {
    const left = post('jalan hibrida berlubang parah sekali', ['Jl. Hibrida'])
    const right = post('motor saya jatuh kena lubang di hibrida raya', ['hibrida raya'])
    expect(sameProblem(right, left)).toMatchObject({
      kind: 'same',
      because: 'masalah sama; tempat sama: hibrida',
    })
  })

  it('finds a name that only the other post was seen to name', () => {
    const left = post('jalan hibrida berlubang parah', ['Jl. Hibrida'])
    expect(sameProblem(post('ban pecah lagi #jalanhibrida', []), left).kind).toBe('same')
  })

  it('the same words about another place never join', () => {
    const left = post('jalan hibrida rusak parah tolong diperbaiki', ['Jl. Hibrida'])
    const right = post('jalan kemang rusak parah tolong diperbaiki', ['Jl. Kemang'])
    expect(sameProblem(right, left).kind).toBe('different')
  })

  it.each([
    ['km 7', 'km 12'],
    ['sdn 3', 'sdn 4'],
    ['smp 5', 'sma 5'],
    ['rt 4', 'rt 9'],
  ])('%s is not %s', (one, other) => {
    const left = post(`jalan curup ${one} berlubang parah`, ['Curup'])
    const right = post(`jalan curup ${other} berlubang parah`, ['Curup'])
    expect(sameProblem(right, left)).toMatchObject({ kind: 'different', because: 'nomornya lain' })
  })

  it('two places that share one word of their names are two', () => {
    const left = post('jembatan sumur dewa berlubang', ['Sumur Dewa'])
    const right = post('jembatan pagar dewa berlubang', ['Pagar Dewa'])
    expect(sameProblem(right, left).kind).toBe('different')
  })

  it('a confidential post is never joined to an open one', () => {
    const left = post('jalan hibrida rusak', ['Jl. Hibrida'])
    const right = post('jalan hibrida rusak', ['Jl. Hibrida'], { confidential: true })
    expect(sameProblem(right, left).kind).toBe('different')
  })

  it('an outage of last month is another one, a broken road is still the same', () => {
    const road = post('jalan hibrida rusak', ['Jl. Hibrida'])
    const later = { postedAt: 30 * DAY }
    expect(sameProblem({ ...road, ...later }, road).kind).toBe('same')
    const outage = { ...road, category: 'listrik.padam_pln' }
    expect(sameProblem({ ...outage, ...later }, outage).kind).toBe('different')
  })

  it('without a place only copies join', () => {
    const text = 'air pdam mati lagi sudah tiga hari tolong segera'
    expect(sameProblem(post(text, []), post(text, [])).kind).toBe('same')
    const other = post('pdam kapan hidup min capek nunggu', [])
    expect(sameProblem(other, post(text, [])).kind).not.toBe('same')
  })

  it('a text with a town put behind it is no copy: people are asked at most', () => {
    const text = 'banjir lagi di kampung bali air masuk rumah sampai lutut tolong perahu'
    const left = post(text, ['Kampung Bali'])
    const right = post(`${text} medan`, ['Kampung Bali', 'Medan'])
    expect(sameProblem(right, left).kind).not.toBe('same')
  })

  it('two complaints of one office, and neither says which, are not one', () => {
    const office = (text: string) => post(text, [], { category: 'gov.pungli' })
    const left = office('disdukcapil minta uang tanpa kwitansi')
    const right = office('setiap daftar ulang diminta setoran lewat tata usaha mana ada kwitansi')
    expect(sameProblem(right, left, LENIENT).kind).toBe('suggest')
  })

  it('who borrowed the words of one post does not join through another of its case', () => {
    const first = post(FORMAL, ['Tegal Besar'])
    const short = post('rt 06 sudah 7 kena dbd 3 balita fogging nunggu penyelidikan melulu min', [])
    const words =
      'rt 06 sudah 7 orang kena dbd warga demam berdarah balita fogging nunggu belum hari'
    const borrowed = post(words, [])
    const alone = chooseGroup(borrowed, [{ id: 1, members: [first] }], LENIENT)
    expect(alone.kind).toBe('join')
    const choice = chooseGroup(borrowed, [{ id: 1, members: [short, first] }], LENIENT)
    expect(choice).toMatchObject({ kind: 'new', perhaps: [{ id: 1 }] })
  })

  it('finds the case by a name that the other post hides in small letters', () => {
    const gather = createGatherer()
    const seen = post('kebakaran lahan di gambut api makin dekat', ['Gambut'])
    const hidden = post('gambut terbakar lagi asapnya ke kampung kami sekarang', [])
    expect(gather(hidden)).toBe(gather(seen))
  })

  it('numbers its cases in the order of their first posts', () => {
    const gather = createGatherer()
    const left = post('jalan hibrida rusak parah', ['Jl. Hibrida'])
    const far = post('sampah menumpuk', ['Curup'], { category: 'lh.sampah' })
    expect([gather(left), gather(far), gather(left)]).toEqual(['c1', 'c2', 'c1'])
  })
})

describe('a sum of money said in words is the same sum', () => {
  it.each([
    ['enam belas ribu', '16 ribu'],
    ['dua puluh lima', '25'],
    ['16rb', '16'],
  ])('%s', (said, digits) => {
    expect(withNumbers(said.split(' '))).toEqual(digits.split(' '))
  })
})

const PLACES = ['Hibrida', 'Kemang', 'Suprapto', 'Nakau', 'Betungan', 'Panorama']
const WORDS = 'lubang dalam licin gelap mati lama warga motor hujan anak malam banjir'.split(' ')
const anyPost = fc
  .tuple(fc.constantFrom(...PLACES), fc.array(fc.constantFrom(...WORDS), { maxLength: 9 }))
  .map(([place, words]) => ({
    place,
    gatherable: post(`${words.join(' ')} di ${place}`.trim(), [place]),
  }))

describe('whatever citizens write', () => {
  it('posts of two places are never in one case', () => {
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 30 }), (stream) => {
        const gather = createGatherer()
        const places = new Map<string, string>()
        for (const { place, gatherable } of stream) {
          const id = gather(gatherable)
          expect(places.get(id) ?? place).toBe(place)
          places.set(id, place)
        }
      }),
    )
  })

  it('a pair is judged the same from either side', () => {
    fc.assert(
      fc.property(anyPost, anyPost, (left, right) => {
        const there = sameProblem(left.gatherable, right.gatherable)
        const back = sameProblem(right.gatherable, left.gatherable)
        expect(there.kind).toBe(back.kind)
        expect(there.points).toBeCloseTo(back.points)
      }),
    )
  })

  it('in whatever order copies come, they are one case', () => {
    fc.assert(
      fc.property(anyPost, fc.integer({ min: 2, max: 12 }), ({ gatherable }, times) => {
        const gather = createGatherer()
        const ids = Array.from({ length: times }, () => gather(gatherable))
        expect(new Set(ids).size).toBe(1)
      }),
    )
  })
})

describe('who reads a topic wrongly still finds the case', () => {
  const likely = (topics: [string, number][]) => ({ category: topics[0]?.[0] ?? '', topics })

  it('a drain that is read as a flood joins by what it might have been', () => {
    const drain = likely([
      ['drainase.banjir_genangan', 0.5],
      ['benc.banjir', 0.45],
    ])
    const flood = likely([
      ['benc.banjir', 0.5],
      ['drainase.banjir_genangan', 0.45],
    ])
    const left = post('siring di hibrida mampet airnya naik', ['Hibrida'], drain)
    const right = post('toko kami di hibrida kemasukan air lagi', ['Hibrida'], flood)
    expect(sameProblem(right, left).kind).toBe('same')
    const other = likely([['aman.kriminal', 0.95]])
    expect(sameProblem({ ...right, ...other }, left).kind).not.toBe('same')
  })
})

describe('a village lies in its district', () => {
  const area = (name: string, code: string): SpokenName => ({
    words: placeWords(name).map((word): [string, number] => [word, 10]),
    fine: code.length > 8,
    codes: [code],
  })
  const at = (text: string, name: SpokenName) => {
    const made = post(text, [])
    return { ...made, telling: { ...made.telling, names: [name] } }
  }
  const village = at('padam tiga jam di tugumulyo', area('Tugumulyo', '16.02.05.2001'))

  it('who names the one may speak of the other', () => {
    const district = at('lampu mati lagi se lempuing', area('Lempuing', '16.02.05'))
    expect(sameProblem(district, village)).toMatchObject({
      kind: 'same',
      because: 'masalah sama; di wilayah yang sama',
    })
  })

  it('the next village is another place', () => {
    const next = at('lampu mati lagi di cahyamaju', area('Cahyamaju', '16.02.05.2007'))
    expect(sameProblem(next, village)).toMatchObject({
      kind: 'different',
      because: 'tempatnya lain',
    })
  })
})

describe('a suspicion that is small', () => {
  const feared = { confidential: true, feared: true }
  const road = (text: string, more = {}) => post(text, ['Hibrida'], more)
  const open = road('jalan hibrida berlubang parah sekali')
  const doubted = road('motor saya jatuh kena lubang di hibrida raya', feared)

  it('yields where another openly complains of the same road', () => {
    expect(sameProblem(doubted, open)).toMatchObject({
      kind: 'same',
      because: 'masalah sama; tempat sama: hibrida; dugaan rahasianya lemah, yang lain terbuka',
    })
  })

  it('does not yield where no place is shared, and nobody is told of it by a public case', () => {
    const nowhere = post('motor saya jatuh kena lubang', [], feared)
    expect(sameProblem(nowhere, open, LENIENT).kind).toBe('different')
  })

  it('draws nobody who is open into a secret case', () => {
    expect(sameProblem(open, doubted, LENIENT).kind).toBe('different')
  })

  it('draws nothing that is truly secret into the public case after it', () => {
    const gather = createGatherer()
    const [first, second] = [gather(open), gather(doubted)]
    expect(second).toBe(first)
    expect(gather({ ...doubted, feared: false })).not.toBe(first)
  })
})

describe('sisters of one name', () => {
  it('are told apart by what is put to it, as a number is', () => {
    expect(marksOfName('Talang Rimbo Lama')).toEqual(['rimbo lama'])
    expect(placeMarks(['sanai', 'ii', 'putus'], new Set(['sanai']))).toEqual(['sanai 2'])
  })

  it('are two places', () => {
    const at = (sister: string) => {
      const made = post(`anjing liar di talang rimbo ${sister} menggigit`, ['Talang Rimbo'])
      const marks = marksOfName(`Talang Rimbo ${sister}`)
      return { ...made, telling: { ...made.telling, marks } }
    }
    expect(sameProblem(at('baru'), at('lama')).kind).toBe('different')
    expect(sameProblem(at('lama'), at('lama')).kind).toBe('same')
  })
})

describe('who names no place', () => {
  const dark = { category: 'listrik.pju' }
  const placed = (street: string) => post(`lampu mati di ${street}`, [street], dark)
  const nowhere = post('pulang ngaji gelap gulita lampu mati semua', [], dark)

  it('joins the only case that could be meant, and a case without a place takes nobody in', () => {
    const last = { ...placed('Hibrida'), postedAt: nowhere.postedAt }
    expect(sameProblem(nowhere, last).kind).toBe('same')
    expect(sameProblem(last, nowhere).kind).toBe('suggest')
  })

  it('is asked about where two cases could be meant', () => {
    const groups = ['Hibrida', 'Kemang'].map((street, id) => ({ id, members: [placed(street)] }))
    const choice = chooseGroup(nowhere, groups)
    expect(choice.kind).toBe('new')
    expect(choice.kind === 'new' && choice.perhaps.map(({ id }) => id)).toHaveLength(2)
  })

  it('and answers in a thread speaks of its case, though others could be meant', () => {
    const thread = 'lampu di gang kami mati, kapan nyala'
    const answer = { ...nowhere, thread }
    const others = ['Kemang', 'Salak', 'Jawa'].map((street, id) => ({
      id,
      members: [placed(street)],
    }))
    const own = { id: 9, members: [{ ...placed('Hibrida'), thread }] }
    expect(chooseGroup(answer, [...others, own])).toMatchObject({ kind: 'join', id: 9 })
    expect(chooseGroup(nowhere, [...others, own]).kind).toBe('new')
  })
})

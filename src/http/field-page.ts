import type { Site } from '../actions/record-field-work.ts'
import { EVIDENCE_LABELS } from '../core/evidence.ts'
import type { Task } from '../core/task.ts'
import { page, plain } from './small-page.ts'

const HEAD = `<link rel="stylesheet" href="/lapangan.css">
<script src="/lapangan.js" defer></script>
`

/** For a telephone in one hand: what and where, a photo, a sentence, one button. */
export const fieldPage = (
  { case: current, tasks }: Site,
  said: { fault?: string; note?: string } = {},
): string =>
  page(
    `<main>
<p class="code">${plain(current.code)}</p>
<h1>${plain(current.title)}</h1>
<p class="place">${plain(current.place?.name ?? 'Tempat belum diketahui; tanyakan kepada pengirim tugas.')}</p>
${said.fault ? `<p class="fault" role="alert">${plain(said.fault)}</p>` : ''}
<form method="post" enctype="multipart/form-data">
${tasksOf(tasks)}
<fieldset>
<legend>Foto</legend>
<label class="choice"><input type="radio" name="kind" value="photo-after" checked> ${EVIDENCE_LABELS['photo-after']}</label>
<label class="choice"><input type="radio" name="kind" value="photo-before"> ${EVIDENCE_LABELS['photo-before']}</label>
<label class="file">Ambil foto
<input type="file" name="photo" accept="image/jpeg,image/png,image/webp" capture="environment" required></label>
</fieldset>
<label>Apa yang dikerjakan
<textarea name="note" rows="4" maxlength="2000" required>${plain(said.note ?? '')}</textarea></label>
<input type="hidden" name="latitude"><input type="hidden" name="longitude">
<p><button type="button" id="place" hidden>Sertakan lokasi saya</button> <span id="told" role="status"></span></p>
<button type="submit">Tandai selesai dikerjakan</button>
</form>
<p class="hint">Foto ditayangkan tanpa data lokasi. Hindari wajah orang dan pelat nomor.</p>
</main>`,
    HEAD,
  )

/** One task is told, of several one is chosen. */
const tasksOf = (tasks: Task[]): string => {
  const [first] = tasks
  if (!first) return ''
  if (tasks.length === 1)
    return `<p class="task">Tugas: ${plain(first.title)}</p><input type="hidden" name="task" value="${first.id}">`
  const choices = tasks.map(
    ({ id, title }, at) =>
      `<label class="choice"><input type="radio" name="task" value="${id}"${at === 0 ? ' checked' : ''}> ${plain(title)}</label>`,
  )
  return `<fieldset><legend>Tugas</legend>${choices.join('')}</fieldset>`
}

/** `ended`: the task that sent the officer is done. */
export const fieldDone = (code: string, ended: boolean): string =>
  page(
    `<main><h1>Tercatat</h1>
<p>Pekerjaan lapangan untuk ${plain(code)} dan fotonya sudah tersimpan.${ended ? ' Tugas Anda ditutup.' : ''} Halaman ini boleh ditutup.</p></main>`,
    HEAD,
  )

export const fieldFault = (sentence: string): string =>
  page(
    `<main><h1>Tidak berhasil</h1><p class="fault" role="alert">${plain(sentence)}</p>
<p><a href="/">Buka Tanggap</a>, lalu buka lagi tautan tugas ini.</p></main>`,
    HEAD,
  )

export const FIELD_STYLE = `:root{color-scheme:light dark;font:1.0625rem/1.5 system-ui,sans-serif}
body{margin:0}
main{max-width:34rem;margin:0 auto;padding:1rem}
h1{font-size:1.375rem;line-height:1.25;margin:.25rem 0 .5rem;overflow-wrap:anywhere}
.code{font-variant-numeric:tabular-nums;letter-spacing:.03em;margin:0}
.place{font-weight:600;margin:0 0 1rem}
.fault{border-inline-start:.25rem solid #b3261e;padding:.5rem .75rem}
fieldset{border:1px solid #767676;border-radius:.5rem;margin:0 0 1rem;padding:.75rem}
label{display:block;font-weight:600}
.choice{display:inline-flex;gap:.5rem;align-items:center;min-height:2.75rem;margin-inline-end:1.25rem;font-weight:400}
.choice input{width:1.25rem;height:1.25rem}
.file input,textarea{box-sizing:border-box;width:100%;margin-top:.375rem;font:inherit;font-weight:400;padding:.625rem;border:1px solid #767676;border-radius:.5rem}
button{font:inherit;min-height:3rem;padding:0 1rem;border-radius:.5rem;border:1px solid #767676}
button[type=submit]{width:100%;background:#0b5cad;border-color:#0b5cad;color:#fff;font-weight:600}
.hint{font-size:.9375rem}
`

/** Without it the page does the same, only without the place. */
export const FIELD_SCRIPT = `const button = document.getElementById('place')
const told = document.getElementById('told')
if (button && 'geolocation' in navigator && isSecureContext) {
  button.hidden = false
  button.onclick = () => {
    told.textContent = 'Mencari lokasi…'
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      document.querySelector('[name=latitude]').value = coords.latitude
      document.querySelector('[name=longitude]').value = coords.longitude
      told.textContent = 'Lokasi disertakan.'
    }, () => { told.textContent = 'Lokasi tidak tersedia; lanjutkan tanpa lokasi.' })
  }
}
`

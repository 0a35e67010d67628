import type { QueueName } from '../api/wire.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { isFiltered } from '../state/address.ts'
import { wanted } from '../state/queue-list.ts'

const EMPTY: Record<QueueName, [string, string]> = {
  agency: [
    'Antrean OPD Anda kosong',
    'Kasus baru muncul di sini dengan sendirinya begitu aduan warga diteruskan ke OPD Anda. Halaman ini tidak perlu dimuat ulang.',
  ],
  triage: [
    'Meja pilah kosong',
    'Kiriman yang belum jelas pengampunya dan kasus yang dikembalikan OPD akan muncul di sini dengan sendirinya.',
  ],
  unanswered: [
    'Semua warga sudah dijawab pada waktunya',
    'Kasus muncul di sini begitu tenggat tanggapan pertamanya terlewati tanpa jawaban.',
  ],
  late: [
    'Tidak ada yang lewat tenggat',
    'Kasus muncul di sini begitu tenggat tanggapannya terlewati tanpa jawaban.',
  ],
  snoozed: [
    'Tidak ada kasus yang ditunda',
    'Kasus yang ditunda menunggu di sini dan kembali ke antrean dengan sendirinya pada waktunya.',
  ],
  all: [
    'Belum ada kasus',
    'Kasus terbentuk begitu sumber menerima kiriman warga, atau saat Anda menempel tautan dengan tombol “Tempel” (p).',
  ],
  ended: ['Belum ada kasus selesai', 'Kasus yang ditandai selesai atau ditutup tersimpan di sini.'],
}

export const QueueEmpty = () => {
  if (!wanted.value) return null
  const { queue, filter } = wanted.value
  if (isFiltered(filter)) {
    return (
      <EmptyState title="Tidak ada yang cocok">
        Tidak ada kasus dengan saringan ini. Ubah kata pencarian atau pilih “Hapus saringan”.
      </EmptyState>
    )
  }
  const [title, text] = EMPTY[queue]
  return <EmptyState title={title}>{text}</EmptyState>
}

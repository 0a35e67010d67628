import { PLATFORM_LABELS, PLATFORMS, type Platform } from '../../core/post.ts'
import { Field } from '../parts/field.tsx'

interface PlatformFieldProps {
  value: Platform
  onChange: (platform: Platform) => void
}

export const PlatformField = ({ value, onChange }: PlatformFieldProps) => (
  <Field label="Platform">
    {(ids) => (
      <select
        {...ids}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as Platform)}
      >
        {PLATFORMS.map((platform) => (
          <option key={platform} value={platform}>
            {PLATFORM_LABELS[platform]}
          </option>
        ))}
      </select>
    )}
  </Field>
)

import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { t } from '../text/t.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Input } from '../ui/input.tsx'

/** A password, which can be looked at while it is written. */
export function PasswordInput({
  name,
  autoComplete,
  size = 'md',
}: {
  name: string
  autoComplete: 'current-password' | 'new-password'
  size?: 'md' | 'lg'
}) {
  const [isShown, setShown] = useState(false)
  return (
    <div className="relative">
      <Input
        name={name}
        size={size}
        type={isShown ? 'text' : 'password'}
        autoComplete={autoComplete}
        required
        className="pe-10"
      />
      <IconButton
        size="sm"
        label={isShown ? t('signIn.hidePassword') : t('signIn.showPassword')}
        icon={isShown ? <EyeOff size={15} aria-hidden="true" /> : <Eye size={15} aria-hidden="true" />}
        onClick={() => setShown(shown => !shown)}
        className="absolute! inset-e-1.5 top-1/2 -translate-y-1/2"
      />
    </div>
  )
}

import type { ComponentProps } from 'react';

type Props = ComponentProps<'button'> & { look?: 'primary' | 'quiet' | 'link'; busy?: boolean };

const looks = {
  primary: 'bg-primary text-on-primary font-semibold px-4 hover:opacity-90',
  quiet: 'border border-line-strong bg-transparent text-ink px-4 hover:bg-sunken',
  link: 'text-primary font-semibold px-2 underline underline-offset-4 decoration-2 hover:decoration-4',
};

/** A busy button stays focusable: a control that vanishes under the finger loses the next key press. */
export function Button({ look = 'quiet', busy = false, className = '', onClick, type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={`inline-flex min-h-11 items-center justify-center gap-2 rounded-control transition-[opacity,background-color] ${looks[look]} ${busy ? 'cursor-progress opacity-70' : ''} ${className}`}
      {...rest}
    />
  );
}

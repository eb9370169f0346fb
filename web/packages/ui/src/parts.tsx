import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icons';

type ButtonProps = Omit<JSX.IntrinsicElements['button'], 'icon'> & {
  look?: 'primary' | 'secondary' | 'quiet';
  icon?: IconName;
  busy?: boolean;
};

/** A busy button keeps its focus and its place, says so to assistive technology, and does nothing. */
export function Button({ look = 'primary', icon, busy = false, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={`button button-${look}`}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : icon && <Icon name={icon} size={20} />}
      <span>{children}</span>
    </button>
  );
}

/** Each screen's only h1. It takes the focus when the screen appears, so that its name is read and Tab starts here. */
export function ScreenHeading({ children, lead }: { children: ComponentChildren; lead?: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header class="screen-heading">
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
      {lead && <p class="lead">{lead}</p>}
    </header>
  );
}

type NoticeProps = {
  look: 'problem' | 'info';
  title: string;
  children?: ComponentChildren;
  /** Problems that appear while the person is on the page are announced; those that were there on arrival are read in place. */
  announce?: boolean;
  /** Of the heading: 3 inside a section that has its own. */
  level?: 2 | 3;
};

export function Notice({ look, title, children, announce = look === 'problem', level = 2 }: NoticeProps) {
  const Heading = `h${level}` as const;
  return (
    <div class={`notice notice-${look}`} role={announce ? 'alert' : undefined}>
      <Icon name={look === 'problem' ? 'alert' : 'info'} />
      <div>
        <Heading class="notice-title">{title}</Heading>
        {children}
      </div>
    </div>
  );
}

/** A polite announcement for assistive technology: what changed without the focus moving. */
export function Status({ children }: { children?: ComponentChildren }) {
  return (
    <p class="visually-hidden" role="status">
      {children}
    </p>
  );
}

export function Meter({ label, share }: { label: string; share: number }) {
  return (
    <div class="meter">
      <span>{label}</span>
      <progress max={1} value={share} aria-label={label} />
    </div>
  );
}

export function IconList({ items }: { items: { icon: IconName; text: ComponentChildren }[] }) {
  return (
    <ul class="icon-list">
      {items.map(({ icon, text }) => (
        <li key={icon}>
          <Icon name={icon} size={22} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

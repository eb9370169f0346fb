import { Icon, useText } from '@countersign/ui';
import type { ComponentChildren } from 'preact';
import type { Country } from './countries';
import { dateOrder, typesOf } from './country-rules';
import type { Entries, FieldErrors, FieldName } from './form';

interface FieldProps {
  entries: Entries;
  errors: FieldErrors;
  set: (change: Partial<Entries>) => void;
}

function FieldError({ field, errors }: { field: FieldName; errors: FieldErrors }) {
  const t = useText();
  const message = errors[field];
  if (!message) return null;
  return (
    <p class="field-error" id={`${field}-error`}>
      <Icon name="alert" size={18} />
      {t(message)}
    </p>
  );
}

/** Ids of the texts that explain a control, error first. */
const described = (field: FieldName, errors: FieldErrors, hint?: string) =>
  [errors[field] ? `${field}-error` : '', hint ?? ''].filter(Boolean).join(' ') || undefined;

const box = (field: FieldName, errors: FieldErrors) => `field ${errors[field] ? 'invalid' : ''}`;

export function NameField({ entries, errors, set }: FieldProps) {
  const t = useText();
  return (
    <div class={box('name', errors)}>
      <label for="name">{t('details-name')}</label>
      <p class="hint" id="name-hint">
        {t('details-name-hint')}
      </p>
      <FieldError field="name" errors={errors} />
      <input
        id="name"
        autocomplete="name"
        autocapitalize="words"
        spellcheck={false}
        maxLength={200}
        value={entries.name}
        aria-invalid={errors.name !== undefined}
        aria-describedby={described('name', errors, 'name-hint')}
        onInput={(event) => set({ name: event.currentTarget.value })}
      />
    </div>
  );
}

const BIRTH_PARTS = {
  day: { digits: 2, autocomplete: 'bday-day' },
  month: { digits: 2, autocomplete: 'bday-month' },
  year: { digits: 4, autocomplete: 'bday-year' },
} as const;

/** Day, month and year in the order of the country that issued the document. */
export function BirthField({ entries, errors, set, tag }: FieldProps & { tag: string }) {
  const t = useText();
  return (
    <fieldset
      id="birth"
      class={box('birth', errors)}
      aria-describedby={described('birth', errors, 'birth-hint')}
    >
      <legend>{t('details-birth')}</legend>
      <p class="hint" id="birth-hint">
        {t('details-birth-hint')}
      </p>
      <FieldError field="birth" errors={errors} />
      <div class="date">
        {dateOrder(entries.country, tag).map((part) => (
          <div key={part} class={`date-${part}`}>
            <label for={`birth-${part}`}>{t(`details-${part}`)}</label>
            <input
              id={`birth-${part}`}
              inputMode="numeric"
              autocomplete={BIRTH_PARTS[part].autocomplete}
              maxLength={BIRTH_PARTS[part].digits}
              value={entries[part]}
              aria-invalid={errors.birth !== undefined}
              onInput={(event) => set({ [part]: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

export function TypeField({ entries, errors, set }: FieldProps) {
  const t = useText();
  return (
    <fieldset class={box('type', errors)} aria-describedby={described('type', errors)}>
      <legend>{t('details-type')}</legend>
      <FieldError field="type" errors={errors} />
      <div class="choices">
        {typesOf(entries.country).map((type) => (
          <Choice
            key={type}
            id={`type-${type}`}
            name="type"
            checked={entries.type === type}
            onChoose={() => set({ type })}
            hint={t(`details-type-${type}-hint`)}
            icon={<Icon name={type} size={26} />}
          >
            {t(`details-type-${type}`)}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  id: string;
  name: string;
  checked: boolean;
  onChoose: () => void;
  hint: string;
  icon?: ComponentChildren;
  children: ComponentChildren;
}

/** A radio button with room for a finger: the whole card is its label. */
export function Choice({ id, name, checked, onChoose, hint, icon, children }: ChoiceProps) {
  return (
    <label class="choice" for={id}>
      <input
        id={id}
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        aria-describedby={`${id}-hint`}
      />
      {icon}
      <span class="choice-text">
        <span>{children}</span>
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      </span>
    </label>
  );
}

export function CountryField({ entries, errors, set, list }: FieldProps & { list: Country[] }) {
  const t = useText();
  return (
    <div class={box('country', errors)}>
      <label for="country">{t('details-country')}</label>
      <FieldError field="country" errors={errors} />
      <select
        id="country"
        value={entries.country}
        aria-invalid={errors.country !== undefined}
        aria-describedby={described('country', errors)}
        onChange={(event) => set({ country: event.currentTarget.value })}
      >
        <option value="">{t('details-country-choose')}</option>
        {list.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

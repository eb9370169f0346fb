import { describe, expect, it } from 'vitest';
import { countries } from './countries';
import { type Entries, entriesFrom, validate } from './form';

const TODAY = new Date('2026-11-22T12:00:00Z');
const GOOD: Entries = {
  name: 'Anna Eriksson',
  day: '12',
  month: '8',
  year: '1990',
  type: 'id_card',
  country: 'UTO',
};
const errorsOf = (change: Partial<Entries>) => {
  const verdict = validate({ ...GOOD, ...change }, TODAY);
  return 'errors' in verdict ? verdict.errors : {};
};

describe('validate', () => {
  it('makes the declaration, with the name tidied and never changed', () => {
    expect(validate({ ...GOOD, name: '  Þóra   van der  Berg ' }, TODAY)).toEqual({
      declaration: {
        legal_name: 'Þóra van der Berg',
        birth_date: '1990-08-12',
        document_type: 'id_card',
        issuing_country: 'UTO',
      },
    });
  });

  it('accepts a single name, and 29 February only in leap years', () => {
    expect(errorsOf({ name: 'Suharto' })).toEqual({});
    expect(errorsOf({ day: '29', month: '2', year: '2000' })).toEqual({});
    expect(errorsOf({ day: '29', month: '2', year: '1900' }).birth).toBe('details-error-birth-invalid');
  });

  it.each([
    [{ day: '31', month: '4' }, 'invalid'],
    [{ month: '13' }, 'invalid'],
    [{ year: '90' }, 'invalid'],
    [{ day: 'x' }, 'invalid'],
    [{ year: '' }, 'missing'],
    [{ year: '2027' }, 'future'],
    [{ day: '23', month: '11', year: '2026' }, 'future'],
    [{ year: '1890' }, 'old'],
  ] as const)('%o is %s', (change, fault) => {
    expect(errorsOf(change)).toEqual({ birth: `details-error-birth-${fault}` });
  });

  it.each([
    'Suharto',
    'Wolfeschlegelsteinhausenbergerdorff-Oberwaltersbach von der Vogelweide zu Hohenstein und Lichtenfels-Grünewald und Adelheim',
    'محمد بن سلمان',
    'ג׳ורג׳ כהן',
    'கார்த்திக் சுப்பிரமணியன்',
    'マリア・エリクソン',
    'Jennifer 8. Lee',
  ])('takes the name %s as it is', (name) => {
    expect(validate({ ...GOOD, name }, TODAY)).toMatchObject({ declaration: { legal_name: name } });
  });

  it.each(['Anna 😀', '1234', '<script>alert(1)</script>', '---'])(
    'says of %s that no name has such signs',
    (name) => {
      expect(errorsOf({ name })).toEqual({ name: 'details-error-name-signs' });
    },
  );

  it('leaves out signs of direction that were pasted along', () => {
    const verdict = validate({ ...GOOD, name: '\u202bمحمد\u202c \u200fعلي' }, TODAY);
    expect(verdict).toMatchObject({ declaration: { legal_name: 'محمد علي' } });
  });

  it('reads a date in the digits of the person', () => {
    expect(validate({ ...GOOD, day: '١٢', month: '٨', year: '١٩٩٠' }, TODAY)).toMatchObject({
      declaration: { birth_date: '1990-08-12' },
    });
    expect(validate({ ...GOOD, day: '१२', month: '८', year: '१९९०' }, TODAY)).toMatchObject({
      declaration: { birth_date: '1990-08-12' },
    });
  });

  it('names every field in error at once', () => {
    const empty = entriesFrom(null);
    const verdict = validate(empty, TODAY);
    expect('errors' in verdict && Object.keys(verdict.errors).sort()).toEqual([
      'birth',
      'country',
      'name',
      'type',
    ]);
  });

  it('brings a declaration back into the fields unchanged', () => {
    const verdict = validate(GOOD, TODAY);
    expect('declaration' in verdict && entriesFrom(verdict.declaration)).toEqual(GOOD);
  });
});

describe('countries', () => {
  it('knows all by name, each once, and Utopia only where it is welcome', () => {
    const real = countries('en', null);
    expect(real).toHaveLength(249);
    expect(new Set(real.map((c) => c.code)).size).toBe(249);
    expect(real.find((c) => c.code === 'DEU')?.name).toBe('Germany');
    expect(real.some((c) => c.name === c.code)).toBe(false);
    expect(countries('en', 'Utopia')[0]).toEqual({ code: 'UTO', name: 'Utopia' });
  });
});

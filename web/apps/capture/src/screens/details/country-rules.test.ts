import { describe, expect, it } from 'vitest';
import { dateOrder, typesOf } from './country-rules';

describe('the order of a date', () => {
  it.each([
    ['USA', ['month', 'day', 'year']],
    ['DEU', ['day', 'month', 'year']],
    ['GBR', ['day', 'month', 'year']],
    ['CHN', ['year', 'month', 'day']],
    ['HUN', ['year', 'month', 'day']],
    ['IRN', ['year', 'month', 'day']],
    ['THA', ['day', 'month', 'year']],
  ])('in %s', (country, order) => {
    expect(dateOrder(country, 'en')).toEqual(order);
  });

  it('follows the page while no country is chosen', () => {
    expect(dateOrder('', 'de')).toEqual(['day', 'month', 'year']);
    expect(dateOrder('UTO', 'zh-Hans')).toEqual(['year', 'month', 'day']);
  });
});

describe('the documents of a country', () => {
  it('leave out the identity card where there is none', () => {
    expect(typesOf('USA')).toEqual(['passport', 'driving_licence']);
    expect(typesOf('DEU')).toContain('id_card');
    expect(typesOf('')).toHaveLength(3);
  });
});

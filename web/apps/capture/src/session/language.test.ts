import { describe, expect, it } from 'vitest';
import { firstLanguage, match } from './language';

const TAGS = ['en', 'ar', 'de', 'fr', 'pt', 'ru', 'vi', 'zh-Hans', 'zh-Hant'];

describe('the language of the page', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-Hant-HK'], 'zh-Hant'],
    [['zh-CN'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['pt-BR'], 'pt'],
    [['sw', 'vi-VN'], 'vi'],
    [['sw'], 'en'],
  ])('%s gives %s', (preferred, tag) => {
    expect(match(preferred, TAGS)).toBe(tag);
  });

  it('is the one in the address before the one chosen earlier before the browser’s', () => {
    expect(firstLanguage({ tags: TAGS, search: '?lang=ar', stored: 'fr', preferred: ['ru'] })).toBe('ar');
    expect(firstLanguage({ tags: TAGS, search: '', stored: 'fr', preferred: ['ru'] })).toBe('fr');
    expect(firstLanguage({ tags: TAGS, search: '', stored: null, preferred: ['ru'] })).toBe('ru');
  });
});

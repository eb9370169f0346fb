import { makeTranslate, TextProvider, useLanguage } from '@countersign/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Part = 'handoff' | 'help' | 'levels';

/** Every language's texts of these parts, each a file of its own that is loaded when it is needed. */
const FILES = import.meta.glob<string>('../../../../locales/*/{handoff,help,levels}.ftl', {
  query: '?raw',
  import: 'default',
});

async function load(part: Part, tag: string): Promise<{ tag: string; source: string }> {
  const file = (of: string) => FILES[`../../../../locales/${of}/${part}.ftl`];
  const known = file(tag) ? tag : 'en';
  const source = await file(known)?.();
  return { tag: known, source: source ?? '' };
}

/** Gives what is inside the texts of its part, in the language of the page. Nothing is shown before they are there. */
export function PartTexts({ part, children }: { part: Part; children: ComponentChildren }) {
  const [texts, setTexts] = useState<{ tag: string; source: string } | null>(null);
  const { tag } = useLanguage();
  useEffect(() => {
    load(part, tag).then(setTexts);
  }, [part, tag]);
  if (!texts) return null;
  return <TextProvider translate={makeTranslate(texts.tag, texts.source)}>{children}</TextProvider>;
}

// First: what follows asks for the tab's store while it is loaded.
import './session/storage';
import { openerOf } from '@countersign/companion/passage';
import { directionOf, makeTranslate, TextProvider } from '@countersign/ui';
import { render } from 'preact';
import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import english from '../../../../locales/en/capture.ftl?raw';
import { App } from './app';
import { firstLanguage, load, remember, remembered } from './session/language';
import './styles/base.css';
import './styles/parts.css';
import './styles/capture.css';

interface Texts {
  tag: string;
  source: string;
}

async function textsOf(tag: string): Promise<Texts> {
  try {
    const source = await load(tag);
    return source === null ? { tag: 'en', source: english } : { tag, source };
  } catch {
    // The line broke while the language was loaded: English is better than nothing.
    return { tag: 'en', source: english };
  }
}

function Page({ first }: { first: Texts }) {
  const [texts, setTexts] = useState(first);
  const translate = useMemo(() => makeTranslate(texts.tag, texts.source), [texts]);
  // Before any effect that asks the server, which answers in the language that stands here.
  useLayoutEffect(() => {
    document.documentElement.lang = texts.tag;
    document.documentElement.dir = directionOf(texts.tag);
  }, [texts]);
  const choose = useCallback(async (tag: string) => {
    remember(tag);
    setTexts(await textsOf(tag));
  }, []);
  const language = useMemo(() => ({ tag: texts.tag, choose }), [texts, choose]);
  return (
    <TextProvider translate={translate} language={language}>
      <App />
    </TextProvider>
  );
}

// A link that is pasted over the address of its own page only changes the fragment: without this nothing would happen.
addEventListener('hashchange', () => {
  if (openerOf(location.hash)) location.reload();
});

const root = document.getElementById('app');
if (root) {
  const tag = firstLanguage({
    search: location.search,
    stored: remembered(),
    preferred: navigator.languages,
  });
  textsOf(tag).then((first) => {
    // Before anything is drawn and before any question to the server, which answers in this language.
    document.documentElement.lang = first.tag;
    document.documentElement.dir = directionOf(first.tag);
    render(<Page first={first} />, root);
  });
}
